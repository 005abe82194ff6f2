// The way of a request and its days, and the versions of the notice about personal data.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';

import { readDeadlines } from '../../api/deadlines/load.ts';
import { readCalendar } from '../../api/calendar/load.ts';
import { readPrivacy } from '../../api/privacy/load.ts';
import { shownNotice } from '../../api/privacy/shown.ts';
import { daysLeft, dueDays } from '../../api/requests/due.ts';
import { kinds, RequestKind } from '../../api/requests/kinds.ts';
import { stepsNow } from '../../api/requests/lifecycle.ts';

const { days } = await readCalendar(contentDir);
const calendar = buildCalendar(days);
const deadlines = new Map((await readDeadlines(contentDir)).map((one) => [one.code, one]));
const termsOf = (kind: RequestKind, extended = false) => ({
  receivedOn: '2026-11-20',
  acknowledgeDays: kinds[kind].group === 'data' ? (deadlines.get('data-acknowledge')?.amount ?? null) : null,
  termDays: deadlines.get(kinds[kind].term)?.amount ?? 0,
  moreDays: kinds[kind].more ? (deadlines.get(kinds[kind].more)?.amount ?? null) : null,
  extended,
});

// Friday 20/11/2026; Tuesday 24/11 is a holiday, New Year's Day too.
describe('a request received on 20/11/2026', () => {
  test.each([
    ['know', '2026-11-25', '2026-12-07', '2026-12-21'],
    ['provide', '2026-11-25', '2026-12-07', '2026-12-21'],
    ['withdraw', '2026-11-25', '2026-12-14', '2027-01-05'],
    ['object', '2026-11-25', '2026-12-14', '2027-01-05'],
    ['delete', '2026-11-25', '2026-12-21', '2027-01-19'],
    ['feedback', null, '2026-11-30', '2026-11-30'],
  ] as const)('%s is told received by %s, answered by %s, extended to %s', (kind, told, due, more) => {
    expect(dueDays(calendar, termsOf(kind))).toEqual({ acknowledgeOn: told, dueOn: due });
    expect(dueDays(calendar, termsOf(kind, true)).dueOn).toBe(more);
  });

  test('is pressed for its acknowledgement first, then for its answer', () => {
    const dates = { acknowledgeOn: '2026-11-25', dueOn: '2026-12-07' };
    expect(daysLeft(calendar, '2026-11-26', { ...dates, isTold: false })).toBe(-1);
    expect(daysLeft(calendar, '2026-11-26', { ...dates, isTold: true })).toBe(7);
  });
});

const now = { status: 'received', identity: 'unchecked', extended: false, erased: false } as const;

test('nobody is answered about their data before it is known who asks; a term is extended once', () => {
  expect(stepsNow({ ...now, kind: 'know' })).toEqual(['acknowledge', 'identify', 'extend', 'refuse', 'note']);
  expect(stepsNow({ ...now, kind: 'know', identity: 'by-code' })).toEqual([
    'acknowledge',
    'extend',
    'answer',
    'refuse',
    'note',
  ]);
  expect(
    stepsNow({ ...now, kind: 'know', status: 'extended', extended: true, identity: 'by-officer' }),
  ).toEqual(['answer', 'refuse', 'note']);
  expect(stepsNow({ ...now, kind: 'lost-code', identity: 'by-officer' })).toEqual([
    'acknowledge',
    'reissue',
    'refuse',
    'note',
  ]);
  expect(stepsNow({ ...now, kind: 'feedback' })).toEqual(['acknowledge', 'answer', 'refuse', 'note']);
  expect(stepsNow({ ...now, kind: 'know', status: 'answered' })).toEqual(['note', 'erase']);
  expect(stepsNow({ ...now, kind: 'know', status: 'answered', erased: true })).toEqual([]);
});

test('every kind has its terms, by law or by the office’s own rule', () => {
  for (const kind of RequestKind.options) {
    expect(deadlines.get(kinds[kind].term)?.unit).toBe('working-days');
    const law =
      kinds[kind].group === 'data' ? 'Điều 5 Nghị định số 356/2025/NĐ-CP' : 'Quy định nội bộ đề xuất';
    expect(deadlines.get(kinds[kind].term)?.legalBasis).toBe(law);
  }
});

test('the notice about personal data names its version; an unknown one was never shown', async () => {
  const versions = await readPrivacy(contentDir);
  expect(versions.map(({ version }) => version)).toEqual(['2026-11-30', '2026-11-29', '2026-11-21']);
  expect(shownNotice(versions, '2026-11-21')).toMatch(/^2026-11-21 sha256:[0-9a-f]{64}$/);
  expect(shownNotice(versions, undefined)).toBe(shownNotice(versions, '2026-11-30'));
  expect(shownNotice(versions, '2020-01-01')).toBeUndefined();
});
