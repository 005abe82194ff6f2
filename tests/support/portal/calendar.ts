// The calendar of a test: its administrator, the edit of the bridge day 23/11/2026, and what it left in the database.
import { decrypted } from '../../../api/db/encrypted.ts';
import { post } from './case.ts';
import { openTestPortal } from './portal.ts';
import { signedInAs } from './staff.ts';

export type OpenedCalendar = Awaited<ReturnType<typeof openCalendar>>;

/** A portal whose clock stands on Friday 20/11/2026, and its administrator. */
export async function openCalendar() {
  const test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  const { headers } = await signedInAs(test, 'QT');
  return { test, headers };
}

export const bridge = {
  date: '2026-11-23',
  kind: 'off',
  reason: 'Nghỉ hoán đổi trước Ngày Văn hóa Việt Nam',
  decision: 'Thông báo thử nghiệm số 1',
} as const;
export const reason = 'Cơ quan cấp trên thông báo nghỉ hoán đổi ngày 23/11/2026 (dữ liệu thử).';

type At = OpenedCalendar;

export const preview = async ({ test, headers }: At, ...changes: object[]) =>
  await post(test, '/api/staff/calendar/preview', { changes }, headers);

export const apply = async ({ test, headers }: At, previewToken: unknown, ...changes: object[]) =>
  await post(test, '/api/staff/calendar', { changes, reason, previewToken }, headers);

export async function previewAndApply(at: At, ...changes: object[]) {
  const shown = await preview(at, ...changes);
  const applied = await apply(at, shown.body['previewToken'], ...changes);
  if (applied.status !== 200) throw new Error(`refused: ${JSON.stringify(applied.body)}`);
  return { shown: shown.body, applied: applied.body };
}

export const dates = async ({ test }: At, number: string) =>
  await test.portal.db
    .selectFrom('cases')
    .select(['dueOn', 'stageDueOn', 'transferDueOn', 'status', 'version'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();

export const changeEvents = async ({ test }: At, number?: string) =>
  await test.portal.db
    .selectFrom('caseEvents')
    .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
    .leftJoin('caseEventTexts', (join) =>
      join
        .onRef('caseEventTexts.caseId', '=', 'caseEvents.caseId')
        .onRef('caseEventTexts.seq', '=', 'caseEvents.seq'),
    )
    .select(['cases.number', 'actorRole', 'fromStatus', 'toStatus', 'dueBefore', 'dueAfter', 'data'])
    .select(decrypted('case_event_texts.text').as('text'))
    .where('caseEvents.step', '=', 'calendar-change')
    .$if(number !== undefined, (query) => query.where('cases.number', '=', number ?? ''))
    .execute();

export const days = async ({ test }: At) =>
  await test.portal.db.selectFrom('calendarDays').select(['date', 'kind']).execute();
