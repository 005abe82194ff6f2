// The security log as a table for spreadsheets.
import { stringify } from 'csv-stringify/sync';
import { detailWords, securityKinds } from '../security-events.ts';
import type { SecurityEventView } from '../security-schema.ts';

const columns = [
  'Số',
  'Thời điểm (UTC)',
  'Sự kiện',
  'Người làm',
  'Vai trò',
  'Tài khoản liên quan',
  'E-mail đã nhập (băm)',
  'Mạng (băm)',
  'Chi tiết',
];

/** UTF-8 with a byte order mark, so that spreadsheets read the Vietnamese letters. */
export const securityCsv = (events: SecurityEventView[]): string =>
  stringify(
    [
      columns,
      ...events.map(({ id, at, kind, actorName, actorRole, subjectName, account, network, detail }) => [
        id,
        at,
        securityKinds[kind],
        actorName,
        actorRole,
        subjectName,
        account,
        network,
        detailWords(detail),
      ]),
    ],
    { bom: true, escape_formulas: true },
  );
