// Mail to officers without I/O: who is told, what is gathered, what is said, when it is time, who above is told.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { readCalendar } from '../../api/calendar/load.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { StepName } from '../../api/cases/lifecycle.ts';
import { Occasion, occasionOf, occasions, optionalOccasions } from '../../api/notify/occasions.ts';
import { countLines, isDigestTime, isEmpty } from '../../api/officer-mail/digest.ts';
import { gatherMs, holdMs, isTime, isWanted, linesOf, type Line } from '../../api/officer-mail/gather.ts';
import { lineOf, subjectOf, type TellOf } from '../../api/officer-mail/lines.ts';
import { recipientsOf, type Told } from '../../api/officer-mail/recipients.ts';
import { escalationNote, rungsReached } from '../../api/officer-mail/rungs.ts';
import type { Role, Viewer } from '../../api/staff/roles.ts';

const calendar = buildCalendar((await readCalendar(contentDir)).days);

const officer = (id: string, role: Role, unit = 'van-phong'): Viewer => ({
  id,
  name: id,
  email: `${id}@coquan.example`,
  role,
  unit,
});
const [intake, otherIntake] = [officer('tn-1', 'TN'), officer('tn-2', 'TN')];
const [handler, otherHandler] = [officer('xl-1', 'XL', 'phong-a'), officer('xl-2', 'XL', 'phong-b')];
const [head, otherHead] = [officer('tp-1', 'TP', 'phong-a'), officer('tp-2', 'TP', 'phong-b')];
const [chief, leader, admin] = [officer('cvp', 'CVP'), officer('ld', 'LD'), officer('qt', 'QT')];
const staff = [
  intake,
  otherIntake,
  handler,
  otherHandler,
  head,
  otherHead,
  chief,
  leader,
  admin,
  officer('bt', 'BT'),
  officer('mc', 'MC'),
];

const row = (change: Partial<Told> = {}): Told => ({
  status: 'assigned',
  handlerId: 'xl-1',
  unit: 'phong-a',
  locked: false,
  keeperId: null,
  proposal: null,
  subjects: [],
  coUnits: [],
  hasNews: false,
  ...change,
});
const told = (
  occasion: Occasion,
  change: Partial<Told> = {},
  actorId: string | null = null,
  people = staff,
) => recipientsOf(people, { occasion, actorId }, row(change)).map(({ staffId }) => staffId);

describe('who is told', () => {
  test('of a case that was given: its handler, as long as it is theirs', () => {
    expect(told('assigned')).toEqual(['xl-1']);
    expect(told('assigned', { status: 'reply_draft' })).toEqual(['xl-1']);
    // Given to a unit as a whole: the head of that unit.
    expect(told('assigned', { status: 'assigned', handlerId: null })).toEqual(['tp-1']);
    expect(told('assigned', { status: 'assigned', handlerId: null, unit: null })).toEqual(['cvp']);
    expect(told('assigned', { status: 'accepted', handlerId: null, unit: null })).toEqual([]);
    expect(told('assigned', { status: 'published' })).toEqual([]);
  });

  test('of what comes back: whose turn it is now', () => {
    expect(told('returned')).toEqual(['xl-1']);
    expect(told('returned', { status: 'reply_draft' })).toEqual(['tp-1']);
    expect(told('reopened', { status: 'reopened' })).toEqual(['tn-1', 'tn-2']);
  });

  test('of what its sender does: for whom the news is, while none of them has looked', () => {
    for (const occasion of ['supplied', 'remarked', 'withdrawn', 'bounced'] as const) {
      expect(told(occasion, { hasNews: true })).toEqual(['xl-1']);
      expect(told(occasion, { hasNews: false })).toEqual([]);
      expect(told(occasion, { hasNews: true, status: 'submitted', handlerId: null })).toEqual([
        'tn-1',
        'tn-2',
      ]);
    }
  });

  test('above: the head of the unit that has the case, the chief of office; of what is paused or over, nobody', () => {
    expect(told('late-head')).toEqual(['tp-1']);
    expect(told('late-chief')).toEqual(['cvp']);
    expect(told('late-head', { unit: null, handlerId: null, status: 'accepted' })).toEqual([]);
    for (const status of ['need_info', 'published', 'transferred'] as const)
      expect([told('late-head', { status }), told('late-chief', { status })]).toEqual([[], []]);
  });

  test('never who did it, nor whom the case complains of, nor of a locked letter anybody but its keeper', () => {
    expect(told('returned', {}, 'xl-1')).toEqual([]);
    expect(told('reopened', { status: 'reopened' }, 'tn-1')).toEqual(['tn-2']);
    expect(told('assigned', { subjects: [{ unit: 'phong-a', staffId: 'xl-1' }] })).toEqual([]);
    expect(told('late-head', { subjects: [{ unit: 'phong-a', staffId: '' }] })).toEqual([]);
    expect(told('late-chief', { subjects: [{ unit: 'van-phong', staffId: 'cvp' }] })).toEqual([]);
    const locked = { status: 'submitted', locked: true, keeperId: 'xl-2', hasNews: true } as const;
    for (const occasion of Occasion.options)
      expect(told(occasion, { ...locked, handlerId: null }).filter((id) => id !== 'xl-2')).toEqual([]);
  });

  test('a deputy besides the absent one, once each, and in whose place', () => {
    const deputy = { ...otherHandler, unit: 'phong-a', own: { role: 'XL' as const, unit: 'phong-b' } };
    const behalf = { id: 'xl-1', name: 'xl-1' };
    const people = [...staff, { ...deputy, behalf }];
    expect(recipientsOf(people, { occasion: 'assigned', actorId: null }, row())).toEqual([
      { staffId: 'xl-1', behalfId: '' },
      { staffId: 'xl-2', behalfId: 'xl-1' },
    ]);
    // Who acts in the place of the absent one does not tell oneself, but does tell them.
    expect(told('returned', {}, 'xl-2', people)).toEqual(['xl-1']);
  });

  test('for every case and actor: only who may be told, nobody twice, never the actor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Occasion.options),
        fc.constantFrom(
          'submitted',
          'accepted',
          'assigned',
          'reply_draft',
          'approving',
          'answered',
          'need_info',
        ),
        fc.constantFrom(...staff.map(({ id }) => id)),
        fc.boolean(),
        (occasion, status, actorId, hasNews) => {
          const found = told(occasion, { status: status as Told['status'], hasNews }, actorId);
          expect(found).not.toContain(actorId);
          expect(new Set(found).size).toBe(found.length);
          // Neither opens a case.
          expect(found).not.toContain('qt');
          expect(found).not.toContain('mc');
        },
      ),
    );
  });
});

describe('the table of occasions', () => {
  test('says of each step whether officers are told, and tells assignment, return, supplement, remark and reopening', () => {
    const of = (wanted: Occasion) => StepName.options.filter((step) => occasionOf(step) === wanted);
    expect(of('assigned')).toEqual(['assign-conduct', 'assign', 'reassign', 'hand-over']);
    expect(of('returned')).toEqual([
      'take-back',
      'return-draft',
      'return-reply',
      'give-back',
      'decline-proposal',
    ]);
    expect([of('supplied'), of('remarked'), of('withdrawn')]).toEqual([['supply'], ['remark'], ['withdraw']]);
    expect(of('reopened')).toEqual([
      'reopen-rejected',
      'unlock',
      'return-transfer',
      'unmerge',
      'undo-merge',
      'continue',
    ]);
  });

  test('lets everything be turned off but what is told above', () => {
    expect(Occasion.options.filter((name) => !occasions[name].isOptional)).toEqual([
      'late-head',
      'late-chief',
    ]);
    for (const name of Occasion.options)
      expect(isWanted(name, Occasion.options)).toBe(!(optionalOccasions as Occasion[]).includes(name));
  });
});

describe('what is gathered', () => {
  const now = new Date('2026-11-30T03:00:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);

  test('waits three minutes for more, and longer than anything can be undone', () => {
    expect(isTime(undefined, now)).toBe(false);
    expect(isTime(ago(179_999), now)).toBe(false);
    expect(isTime(ago(180_000), now)).toBe(true);
    expect([gatherMs, holdMs]).toEqual([180_000, 20_000]);
  });

  test('names each thing of a case once, with its last moment, in the order in which they happened', () => {
    const line = (caseId: string, occasion: Occasion, ms: number): Line => ({
      caseId,
      occasion,
      behalfId: '',
      at: ago(ms),
    });
    const lines = [
      line('b', 'remarked', 10),
      line('a', 'remarked', 90),
      line('a', 'assigned', 80),
      line('a', 'remarked', 5),
    ];
    expect(linesOf(lines).map(({ caseId, occasion }) => `${caseId} ${occasion}`)).toEqual([
      'a assigned',
      'b remarked',
      'a remarked',
    ]);
  });
});

const tell = (change: Partial<TellOf> = {}): TellOf => ({
  number: 'PAKN-2026-000123',
  track: 'rule',
  isGuarded: false,
  dueOn: '2026-12-05',
  occasion: 'assigned',
  behalf: null,
  ...change,
});

describe('a letter', () => {
  test('tells number, kind, date, what happened and where; several have one subject', () => {
    expect(subjectOf([tell()])).toBe('Được giao xử lý: hồ sơ PAKN-2026-000123, hạn 05/12/2026');
    expect(
      lineOf(tell({ behalf: 'Trần Thị A' }), 'https://coquan.example/can-bo/ho-so/PAKN-2026-000123'),
    ).toBe(
      '- Được giao xử lý: hồ sơ PAKN-2026-000123 (quy định hành chính), hạn 05/12/2026 – thay Trần Thị A\n  https://coquan.example/can-bo/ho-so/PAKN-2026-000123',
    );
    expect(lineOf(tell({ occasion: 'remarked', dueOn: null, track: null }), null)).toBe(
      '- Người gửi có ý kiến thêm: hồ sơ PAKN-2026-000123',
    );
    expect(subjectOf([tell(), tell({ occasion: 'remarked' })])).toBe('02 việc mới trong sổ tiếp nhận');
  });

  test('of a restricted case tells its number alone, whatever happened', () => {
    for (const occasion of Occasion.options) {
      const guarded = tell({ isGuarded: true, track: 'conduct', occasion });
      expect(lineOf(guarded, null)).toBe('- Có việc mới: hồ sơ PAKN-2026-000123');
      expect(subjectOf([guarded])).toBe('Có việc mới: hồ sơ PAKN-2026-000123');
    }
  });
});

describe('the letter of the morning', () => {
  const none = { waiting: 0, 'due-today': 0, soon: 0, overdue: 0, new: 0 };

  test('has a line for each list that holds something, in the words of the desk', () => {
    expect(isEmpty(none)).toBe(true);
    expect(countLines({ ...none, waiting: 5, overdue: 2 }, null)).toEqual([
      '- Chờ tôi xử lý: 5',
      '- Quá hạn: 2',
    ]);
    expect(countLines({ ...none, soon: 1 }, 'Trần Thị A')).toEqual(['Thay Trần Thị A:', '- Sắp đến hạn: 1']);
    expect(isEmpty({ ...none, new: 1 })).toBe(false);
  });

  test('goes from the time of the office, or one’s own, until the end of the day', () => {
    expect(isDigestTime('07:29', null, '07:30')).toBe(false);
    expect(isDigestTime('07:30', null, '07:30')).toBe(true);
    expect(isDigestTime('08:00', '08:15', '07:30')).toBe(false);
    expect(isDigestTime('06:00', '06:00', '07:30')).toBe(true);
    expect(isDigestTime('17:01', null, '07:30')).toBe(false);
  });
});

describe('who above is told', () => {
  const days = { head: -1, chief: 1 };

  // Tuesday 24/11/2026 is a holiday: Monday 23/11 is one working day before Wednesday 25/11.
  test.each([
    ['2026-11-20', '2026-11-25', []],
    ['2026-11-23', '2026-11-25', ['head']],
    ['2026-11-25', '2026-11-25', ['head']],
    ['2026-11-26', '2026-11-25', ['head', 'chief']],
    ['2026-12-25', '2026-11-25', ['head', 'chief']],
  ])('on %s of a case due on %s: %j', (today, dueOn, rungs) => {
    expect(rungsReached(calendar, today, dueOn, days)).toEqual(rungs);
  });

  test('is nobody where the office has set none, and the timeline says who was told of what', () => {
    expect(rungsReached(calendar, '2026-12-25', '2026-11-25', { head: null, chief: null })).toEqual([]);
    expect(rungsReached(calendar, '2026-11-25', '2026-11-25', { head: 0, chief: null })).toEqual(['head']);
    expect(escalationNote('chief', '2026-11-25', -1)).toBe(
      'Đã báo Chánh Văn phòng: hạn 25/11/2026, quá hạn 01 ngày làm việc.',
    );
  });
});
