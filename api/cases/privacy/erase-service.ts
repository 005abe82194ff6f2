// Erasing a person's data from a closed case (Luật 91/2025/QH15 Điều 4, Nghị định 356/2025/NĐ-CP Điều 5).
import { purgeUploads } from '../../attachments/purge-service.ts';
import { eraseAttachments } from '../../attachments/repository.ts';
import { localDate, vietnameseDate } from '../../dates/dates.ts';
import type { Transaction } from '../../db/open.ts';
import { log } from '../../http/log.ts';
import { Problem } from '../../problems/problem.ts';
import { askedToken, noticeToken } from '../../notify/tools/mailer/message-id.ts';
import { cancelNotices } from '../../notify/notice-repository.ts';
import type { Portal } from '../../portal/portal.ts';
import { saveAnswer } from '../reading/answer-repository.ts';
import type { Effect } from '../steps/effects/effect.ts';
import { findHold } from './retention-repository.ts';
import { erasePersonalRows, findIdByNumber, findPublicAnswer, listLetterSteps } from './erase-repository.ts';
import { lockCase, type LockedCase } from '../event-repository.ts';
import { states, type Actor } from '../lifecycle.ts';
import { isAllowed, steps } from '../steps/table.ts';
import { withoutPerson, type Person } from './outgoing.ts';
import { recordStep } from '../steps/record-service.ts';
import { listPersons } from '../steps/rows-repository.ts';

// A letter may be on its way while its case is erased: what it left is looked for again after the longest try.
const afterLettersMs = 15 * 60_000;

/**
 * Erases sender, content, words, replies, letters and attachments of a closed case and writes the step with its reason,
 * which must name nobody. A case that was erased half is erased to the end. Refused as `forbidden`, `not-found` or
 * `wrong-status`.
 */
export async function erasePersonalData(
  portal: Portal,
  number: string,
  actor: { role: Actor; id: string | null },
  reason: string,
  { again = false } = {},
): Promise<void> {
  const at = portal.now();
  const by: readonly Actor[] = steps.erase.by;
  if (!by.includes(actor.role))
    throw new Problem('forbidden', `“${steps.erase.label}” do người có vai trò ${by.join(', ')} thực hiện.`);
  const caseId = await portal.db.transaction().execute(async (trx) => {
    const id = await findIdByNumber(trx, number);
    if (!id) throw new Problem('not-found', 'Không có hồ sơ này.');
    const row = await lockCase(trx, id);
    if (row.erasedAt && !again) throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xóa.');
    if (!isAllowed('erase', row.status, actor.role))
      throw new Problem(
        'wrong-status',
        `Chỉ xóa được khi hồ sơ đã xong; hồ sơ đang ở trạng thái “${states[row.status].label}”.`,
      );
    const effect = await erasePerson(portal, trx, row, { reason, at });
    await recordStep(trx, portal, { row, step: 'erase', to: row.status, actor, at, ...effect });
    return id;
  });
  await clearTracesNow(portal, [caseId]);
}

/**
 * Takes the person out of every row, inside the transaction of the step. What stays for the register: number, dates,
 * states, outcome codes, and what was published after it was checked, without anything of this person's own.
 */
export async function erasePerson(
  portal: Pick<Portal, 'jobs'>,
  trx: Transaction,
  row: LockedCase,
  { reason, at }: { reason: string; at: Date },
): Promise<Effect> {
  const hold = await findHold(trx, row.id, localDate(at));
  if (hold && row.erasedAt === null)
    throw new Problem(
      'wrong-status',
      `Hồ sơ đang được giữ lại, không hủy${hold.untilOn === null ? '' : ` đến hết ngày ${vietnameseDate(hold.untilOn)}`}. Bỏ giữ ở trang Lưu giữ dữ liệu trước khi xóa.`,
    );
  const [person] = await listPersons(trx, [row.id]);
  if (person) await erasePublished(trx, row.id, person, at);
  await erasePersonalRows(trx, row.id);
  await eraseAttachments(trx, row.id, at);
  await cancelNotices(trx, row.id);
  const startAfter = new Date(at.getTime() + afterLettersMs);
  await portal.jobs.enqueue(trx, 'clear-traces', { caseId: row.id }, { startAfter });
  return {
    change: {
      erasedAt: at,
      summary: null,
      letterNumber: null,
      outsideAgency: null,
      outsideNumber: null,
      originAgency: null,
      originNumber: null,
      nationalCode: null,
      reportNumber: null,
      // A keyed hash of everything that was said: worth nothing any more but for guessing.
      requestHash: Buffer.alloc(32),
    },
    text: { kind: 'reason', text: person ? withoutPerson(reason, unnamed(person)) : reason },
  };
}

const unnamed = (person: Person): Person => ({ ...person, mayBeNamed: false });

/** Who asked to be named in a published answer, or whose house stands in it, is taken out of it. */
async function erasePublished(trx: Transaction, caseId: string, person: Person, at: Date): Promise<void> {
  const published = await findPublicAnswer(trx, caseId);
  if (!published) return;
  const { version: _, ...answer } = published;
  const clean = (text: string) => withoutPerson(text, unnamed(person));
  const cleanIfSaid = (text: string | null) => (text === null ? null : clean(text));
  const words = {
    summary: clean(answer.summary),
    answer: clean(answer.answer),
    title: cleanIfSaid(answer.title),
    changed: cleanIfSaid(answer.changed),
    changedDocument: cleanIfSaid(answer.changedDocument),
  };
  if (Object.entries(words).every(([name, text]) => answer[name as keyof typeof words] === text)) return;
  await saveAnswer(trx, { ...answer, ...words, writtenAt: at });
}

/** Job: removes what lies outside the database of erased cases: files of attachments, letters in the mail folder. */
export const clearTraces = (portal: Portal, { caseId }: { caseId: string }): Promise<void> =>
  clear(portal, [caseId]);

/** The same at once, so that nobody waits for it; what fails now is done by the job. */
export async function clearTracesNow(portal: Portal, caseIds: string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await clear(portal, caseIds).catch((error: unknown) =>
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'traces left for the job'),
  );
}

async function clear(portal: Portal, caseIds: string[]): Promise<void> {
  const letters = await listLetterSteps(portal.db, caseIds);
  const names = [
    ...letters.map((step) => noticeToken(portal.keys, step)),
    ...caseIds.map((id) => askedToken(portal.keys, id)),
  ];
  await portal.mailer.forget(new Set(names));
  await purgeUploads(portal);
  await portal.search.follow();
}
