// What every reading of the register asks of a case: its words in a list, how it ended, how many met the same.
import { sql } from 'kysely';
import { decrypted } from '../../db/encrypted.ts';
import type { StepName } from '../lifecycle.ts';

/** The first words of a case until somebody has summed it up: for whoever opens the case itself. */
export const ownSummary = sql<string>`coalesce(${decrypted('cases.summary')},
  (select ${decrypted('case_contents.body', undefined, { first: 140 })} from case_contents where case_id = cases.id),
  'Nội dung đã xóa')`;

/** The step that led into the state of a rejection, null elsewhere: not all that ends there was rejected (`statusLabelOf`). */
export const endedBy = sql<StepName | null>`(case when cases.status = 'rejected' then (
  select e.step from case_events e where e.case_id = cases.id and e.from_status <> e.to_status
  order by e.seq desc limit 1) end)`;

/** Whether the words of a case stand in no list: it is locked, or signs in it wait for an officer's word. */
export const isWithheld = sql<boolean>`(cases.locked or coalesce(cases.signal in ('denunciation', 'complaint'), false))`;

/** The same for a list: what is withheld there says only why. */
export const summaryOrStart = sql<string>`case
  when cases.locked then 'Đơn đã khóa: không hiện nội dung ở danh sách'
  when cases.signal = 'denunciation' then 'Cần xem: có dấu hiệu tố cáo'
  when cases.signal = 'complaint' then 'Cần xem: có dấu hiệu khiếu nại'
  else ${ownSummary} end`;

/** How many others say, under the published answer of a case, that they met the same. */
export const echoesOf = sql<number>`coalesce((select count from answer_echoes a where a.case_id = cases.id), 0)`;
