// A long random walk of cases: what was kept step by step is what a recount gives, and every equation holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerStands as answerStandsOn } from '../../api/cases/standing.ts';
import { answerStands } from '../../api/cases/standing-repository.ts';
import { expireSupplements } from '../../api/cases/steps/expiry-service.ts';
import { takenUpIn } from '../../api/figures/by-case.ts';
import { followLedger } from '../../api/figures/follow-service.ts';
import { daysOf } from '../../api/figures/period.ts';
import { listTakenUp } from '../../api/figures/taken-up-repository.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { casesOfPeriod } from '../../api/reports/facts-service.ts';
import { recompute } from '../recompute.ts';
import { post, submit } from '../support/portal/case.ts';
import { classification, openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { catchUp, figuresOf, keptFigures, rebuildFigures } from '../support/portal/figures.ts';
import { lost } from '../support/reading/lines.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-01-05T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

type Key = { number: string; secret: string };

describe('a case that was answered, taken up again and perhaps answered again', () => {
  const keys = new Map<string, Key>();
  const keyOf = (name: string): Key => keys.get(name) ?? { number: '', secret: '' };
  const of = (name: string) => keyOf(name).number;
  const at = (day: string) => test.clock.set(`${day}T08:00:00+07:00`);
  const must = async (...call: Parameters<Crew['take']>) => {
    const { status, body } = await crew.take(...call);
    if (status !== 200) throw new Error(`${call[1]} ${call[2]} refused: ${JSON.stringify(body)}`);
  };
  const own = async (name: string, step: string, fields: object = {}) => {
    const { status, body } = await post(test, '/api/cases/steps', { ...keyOf(name), step, ...fields });
    if (status !== 200) throw new Error(`${name} ${step} refused: ${JSON.stringify(body)}`);
  };
  const handOver = async (name: string) => {
    await must('TN', of(name), 'classify', classification);
    await must('TN', of(name), 'accept');
    await must('CVP', of(name), 'assign', { handlerId: crew.officers.XL.id });
  };
  const answer = async (name: string) => {
    await must('XL', of(name), 'draft-reply', reply);
    await must('TP', of(name), 'submit-reply');
    await must('LD', of(name), 'approve');
  };
  const publish = (name: string) => must('BT', of(name), 'publish', publication);
  const goOn = (name: string) =>
    own(name, 'continue', { text: 'Việc vẫn chưa được giải quyết (dữ liệu thử).' });
  const staff = async <Body>(path: string): Promise<Body> => {
    const response = await test.request(`/api/staff/${path}`, { headers: crew.officers.CVP.headers });
    if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Body;
  };
  type Paper = {
    document: {
      blocks: { kind: string; text?: string; rows?: { value: unknown }[][]; total?: { value: unknown }[] }[];
    };
  };
  const tableOf = ({ document }: Paper) => document.blocks.find(({ kind }) => kind === 'table');
  const daysIn = (from: string, to: string) =>
    `from=${daysOf({ from, to }).first}&to=${daysOf({ from, to }).last}`;

  /** What each of those who tell of it says of some months of 2025. */
  async function saidOf(from: string, to: string) {
    const { cases, identities } = await figuresOf(test, `?from=${from}&to=${to}`);
    expect(identities.filter(({ holds }) => !holds)).toEqual([]);
    const paper = await staff<Paper>(`reports/preview?form=ii-05a&${daysIn(from, to)}`);
    const total = (tableOf(paper)?.total ?? []).map(({ value }) => Number(value));
    const cell = (number: number) => total[number - 1] ?? -1;
    const open = recompute(await (await test.request('/api/statistics/events')).text(), from, to);
    return {
      'so-lieu': pick(cases),
      'II.05a': {
        all: cell(2),
        carried: cell(6),
        answered: cell(9) + cell(10),
        transferred: cell(13),
        open: cell(11) + cell(12),
        published: cell(14),
      },
      'open file': pick(open['cases'] as typeof cases),
    };
  }
  const pick = (cases: Awaited<ReturnType<typeof figuresOf>>['cases']) => ({
    // Merged letters stand in a note of II.05a only.
    all: cases.carried + cases.received + cases.takenUp - cases.merged,
    carried: cases.carried,
    answered: cases.answered,
    transferred: cases.transferred,
    open: cases.open,
    published: cases.publishedOnTime + cases.publishedLate,
  });
  const same = (said: {
    all: number;
    carried: number;
    answered: number;
    transferred: number;
    open: number;
    published: number;
  }) => ({
    'so-lieu': said,
    'II.05a': said,
    'open file': said,
  });
  const october = { all: 10, carried: 0, answered: 6, transferred: 1, open: 1, published: 3 };

  let atItsEnd: Awaited<ReturnType<typeof saidOf>>;
  beforeAll(async () => {
    at('2025-10-01');
    for (const name of [
      'once',
      'open',
      'again',
      'withdrawn',
      'merged',
      'main',
      'sent',
      'split',
      'within',
      'refused',
    ]) {
      const { number, secret } = await submit(test);
      keys.set(name, { number, secret });
    }
    at('2025-10-02');
    await own('withdrawn', 'withdraw');
    await must('TN', of('merged'), 'merge', {
      contentCode: '5.2',
      into: of('main'),
      reason: 'Cùng người, cùng nội dung.',
    });
    await must('CVP', of('refused'), 'reject', {
      contentCode: '5.2',
      ground: 'spam',
      reason: 'Thư rác gửi hàng loạt.',
    });
    await must('TN', of('split'), 'split', {
      contentCode: '5.3',
      body: 'Phần nội dung thứ hai của thư (dữ liệu thử).',
    });
    const answered = ['once', 'open', 'again', 'main', 'split', 'within'];
    for (const name of answered) await handOver(name);
    at('2025-10-10');
    // Two working days later than the fifth.
    await must('LD', of('sent'), 'transfer', {
      contentCode: '5.2',
      agency: 'Sở Thử nghiệm',
      documentNumber: '12/CV',
      documentOn: '2025-10-02',
    });
    for (const name of answered) await answer(name);
    for (const name of ['once', 'open', 'again', 'within']) await publish(name);
    await must('LD', of('main'), 'close-private', { reason: 'Liên quan bí mật kinh doanh.' });
    await post(test, '/api/cases/rate', { ...keyOf('once'), score: 'satisfied' });
    at('2025-10-15');
    await goOn('within');
    await handOver('within');
    at('2025-10-27');
    await answer('within');
    at('2025-10-31');
    await catchUp(test);
    atItsEnd = await saidOf('2025-10', '2025-10');
    at('2025-11-05');
    await goOn('open');
    await goOn('again');
    await must('CVP', of('refused'), 'reopen-rejected', { reason: 'Người gửi đề nghị xem lại.' });
    await must('TN', of('sent'), 'record-outside-result', {
      documentNumber: '99/CV',
      documentOn: '2025-11-05',
      result: 'Cơ quan nhận đã giải quyết.',
    });
    for (const name of ['again', 'refused']) await handOver(name);
    at('2025-11-12');
    for (const name of ['again', 'refused']) await answer(name);
    await publish('again');
    at('2025-11-28');
    await catchUp(test);
  });

  it('is told the same by the public figures, II.05a and the open file: in October', async () => {
    // Six answered; “within” answered twice counts once, and its new answer is not public yet.
    expect(atItsEnd).toEqual(same(october));
    expect((await figuresOf(test, '?from=2025-10&to=2025-10')).total.answered).toBe(7);
  });

  it('leaves the past month as it was when cases of it are taken up again, and adds up in the next', async () => {
    expect(await saidOf('2025-10', '2025-10')).toEqual(same(october));
    // Carried: the part that was split off. Taken up: “open”, “again” and “refused”, two of which are answered now.
    expect(await saidOf('2025-11', '2025-11')).toEqual(
      same({ all: 4, carried: 1, answered: 2, transferred: 0, open: 2, published: 1 }),
    );
    // Of both months: “open” is open, “refused” answered; nine answers were given, to six cases.
    expect(await saidOf('2025-10', '2025-11')).toEqual(
      same({ all: 10, carried: 0, answered: 6, transferred: 1, open: 2, published: 2 }),
    );
    expect((await figuresOf(test, '?from=2025-10&to=2025-11')).total.answered).toBe(9);
  });

  it('stands in the register with each answer and what came after it, and the register counts as the report does', async () => {
    const paper = await staff<Paper>(`reports/preview?form=so-tiep-nhan&${daysIn('2025-10', '2025-10')}`);
    const rows = (tableOf(paper)?.rows ?? []).map((row) => row.map(({ value }) => value));
    const row = (name: string) => rows.find(([, number]) => number === of(name)) ?? [];
    expect(
      ['once', 'open', 'again', 'within', 'merged', 'sent', 'refused'].map((name) => [
        name,
        row(name)[11],
        row(name)[12],
      ]),
    ).toEqual([
      ['once', '10/10/2025', 'Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ'],
      ['open', '10/10/2025 (mở lại ngày 05/11/2025)', 'Mới tiếp nhận, chờ phân loại'],
      [
        'again',
        '10/10/2025 (mở lại ngày 05/11/2025); 12/11/2025',
        'Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ',
      ],
      [
        'within',
        '10/10/2025 (mở lại ngày 15/10/2025); 27/10/2025',
        'Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ',
      ],
      ['merged', null, 'Gộp với hồ sơ trùng'],
      ['sent', null, 'Đã chuyển cơ quan khác; cơ quan nhận báo kết quả ngày 05/11/2025'],
      ['refused', '12/11/2025', 'Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ'],
    ]);
    const notes = paper.document.blocks.flatMap(({ text }) => (text?.includes('Đến hết ngày') ? [text] : []));
    expect(notes).toEqual([
      'Ghi chú: Đến hết ngày 31/10/2025, trong 11 hồ sơ nhận trong kỳ: 1 đang xử lý, 6 đã trả lời, 1 đã chuyển cơ quan khác, 1 không tiếp nhận, 1 người gửi rút, 1 gộp với hồ sơ trùng. Hồ sơ được mở lại sau khi trả lời tính là đang xử lý, cho đến khi trả lời lại.',
      'Ghi chú: Đến hết ngày 28/11/2025, trong 11 hồ sơ nhận trong kỳ: 2 đang xử lý, 6 đã trả lời, 1 đã chuyển cơ quan khác, 1 người gửi rút, 1 gộp với hồ sơ trùng. Hồ sơ được mở lại sau khi trả lời tính là đang xử lý, cho đến khi trả lời lại.',
    ]);
  });

  it('has a public answer that says what came after it, and stands on the desk in the month in which it was answered', async () => {
    const { answers } = (await (await test.request('/api/answers')).json()) as {
      answers: { number: string; continuedOn: string | null }[];
    };
    const public_ = answers.map(({ number, continuedOn }) => [
      [...keys].find(([, key]) => key.number === number)?.[0],
      continuedOn,
    ]);
    expect(new Map(public_ as [string, string | null][])).toEqual(
      new Map([
        ['once', null],
        ['open', '2025-11-05'],
        ['again', null],
        ['within', '2025-10-15'],
      ]),
    );
    const named = (numbers: string[]) =>
      numbers.map((number) => [...keys].find(([, key]) => key.number === number)?.[0]).toSorted();
    for (const [month, lists] of [
      [
        '2025-10',
        {
          answered: ['again', 'main', 'once', 'open', 'split', 'within'],
          'answered-late': [],
          'ended-late': ['sent'],
          rated: ['once'],
        },
      ],
      // Its clock went on from October.
      [
        '2025-11',
        { answered: ['again', 'refused'], 'answered-late': ['refused'], 'ended-late': [], rated: [] },
      ],
    ] as const) {
      const { total, overdue } = await staff<{
        total: Record<'answered' | 'answeredLate' | 'endedLate' | 'rated' | 'satisfied', number>;
        overdue: { status: string; n: number }[];
      }>(`cases/figures?month=${month}`);
      expect([month, total]).toMatchObject([
        month,
        {
          answered: lists.answered.length,
          answeredLate: lists['answered-late'].length,
          endedLate: lists['ended-late'].length,
          rated: lists.rated.length,
          satisfied: lists.rated.length,
        },
      ]);
      expect(overdue).toEqual([
        { status: 'answered', n: 3 },
        { status: 'submitted', n: 2 },
      ]);
      for (const [view, expected] of Object.entries(lists)) {
        const { cases } = await staff<{ cases: { number: string }[] }>(`cases?view=${view}&month=${month}`);
        expect([month, view, named(cases.map(({ number }) => number))]).toEqual([month, view, expected]);
      }
    }
  });
});

it('keeps exactly what counting anew gives', async () => {
  let state = 20_260_105;
  const below = (most: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * most);
  };
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item;
  const keys: Key[] = [];
  const handler = { handlerId: crew.officers.XL.id };
  const paper = { documentNumber: '12/CV', documentOn: '2026-01-12' };
  // [who, step, fields]; what the rules refuse at that moment changes nothing, and that is part of the walk.
  const steps: [Parameters<Crew['take']>[0], string, () => Record<string, unknown>][] = [
    ['TN', 'classify', () => ({ ...classification, procedure: pick(['1.014445', '1.003633', '2.000058']) })],
    ['TN', 'classify', () => ({ contentCode: '5.1', summary: 'Chậm trả kết quả (dữ liệu thử).' })],
    ['TN', 'accept', () => ({})],
    ['TN', 'refer-conduct', () => ({})],
    ['CVP', 'assign', () => handler],
    ['LD', 'assign-conduct', () => handler],
    ['XL', 'draft-reply', () => ({ ...reply, verification: 'true' })],
    ['XL', 'draft-reply', () => ({ ...reply, verification: 'true' })],
    ['TP', 'submit-reply', () => ({})],
    ['LD', 'approve', () => ({})],
    ['BT', 'publish', () => publication],
    ['LD', 'close-private', () => ({ reason: 'Liên quan nhân sự cụ thể.' })],
    ['TN', 'ask-supplement', () => ({ question: 'Xin cho biết số biên nhận.' })],
    ['LD', 'transfer', () => ({ contentCode: '5.2', agency: 'Sở Thử nghiệm', ...paper })],
    ['TN', 'return-transfer', () => ({ reason: 'Cơ quan nhận chuyển trả.' })],
    ['CVP', 'reject', () => ({ contentCode: '5.2', ground: 'spam', reason: 'Thư rác gửi hàng loạt.' })],
    ['CVP', 'reopen-rejected', () => ({ reason: 'Người gửi đề nghị xem lại.' })],
    ['TN', 'guide-out', () => ({ kind: pick(['complaint', 'other']), guidance: 'Xin gửi nơi khác.' })],
    [
      'TN',
      'merge',
      () => ({ contentCode: '5.2', into: pick(keys).number, reason: 'Cùng người, cùng nội dung.' }),
    ],
    ['CVP', 'take-back', () => ({ reason: 'Phân loại nhầm.' })],
    ['LD', 'unlock', () => ({ reason: 'Đã xem lại: là phản ánh.' })],
    ['LD', 'extend', () => ({ days: 3, reason: 'Cần lấy ý kiến phối hợp.' })],
    ['CVP', 'archive', () => ({})],
  ];
  const way = steps.slice(0, 11);
  const own: [string, object][] = [
    ['supply', { text: 'Số biên nhận thử 0001.' }],
    ['withdraw', {}],
    ['continue', { text: 'Việc vẫn chưa được giải quyết như trả lời (thử).' }],
  ];
  const done = new Set<string>();
  // What is said of letters, as somebody sees it who takes a copy now and then.
  const said = async () =>
    (await (await test.request('/api/statistics/events')).text())
      .split('\n')
      .filter((line) => !/"event":"(file|ratings|named|day)"/.test(line));
  let copy: string[] = [];
  for (let turn = 0; turn < 420; turn += 1) {
    const day = `2026-0${1 + Math.floor(turn / 100)}-${String(5 + Math.floor((turn % 100) / 5)).padStart(2, '0')}`;
    test.clock.set(`${day}T08:00:00+07:00`);
    if (keys.length < 8 || below(10) === 0) {
      const { number, secret } = await submit(test, below(2) === 0 ? { procedure: '1.014445' } : {});
      keys.push({ number, secret });
      continue;
    }
    const key = pick(keys);
    const chance = below(10);
    if (chance === 0) {
      for (const [step, fields] of own) {
        if (step === 'withdraw' && below(4) > 0) continue;
        const { status } = await post(test, '/api/cases/steps', { ...key, step, ...fields });
        if (status === 200) done.add(step);
      }
    } else if (chance === 1) {
      const score = pick(['satisfied', 'acceptable', 'dissatisfied']);
      await post(test, '/api/cases/rate', { number: key.number, secret: key.secret, score });
    } else {
      // A few tries, so that most turns take a step.
      for (let tries = 0; tries < 8; tries += 1) {
        // The way to an answer is longer than the ways out of it.
        const [who, step, fields] = pick(below(3) > 0 ? way : steps);
        // Guided out from every open state: seldom, or nothing else would be reached.
        if (step === 'guide-out' && below(4) > 0) continue;
        const { status } = await crew.take(who, key.number, step, fields());
        if (status !== 200) continue;
        done.add(step);
        break;
      }
    }
    if (below(40) === 0) await expireSupplements(test.portal);
    if (below(5) === 0) await sequenceLedger(test.portal);
    if (below(5) === 0) {
      await followLedger(test.portal);
      const next = await said();
      expect(lost(copy, next)).toEqual([]);
      copy = next;
    }
  }
  await catchUp(test);
  expect([...done]).toEqual(
    expect.arrayContaining([
      'approve',
      'publish',
      'continue',
      'transfer',
      'reject',
      'merge',
      'guide-out',
      'supply',
    ]),
  );
  const kept = await keptFigures(test);
  await rebuildFigures(test.portal);
  expect(await keptFigures(test)).toEqual(kept);
  for (const query of ['', '?from=2026-01&to=2026-01', '?from=2026-02&to=2026-03'])
    expect((await figuresOf(test, query)).identities.filter(({ holds }) => !holds)).toEqual([]);

  // Each case once as it stands on the last day: by the sums, by the report that reads every history, by the rows of the register.
  const byCase = Map.groupBy(kept.facts, ({ caseId }) => caseId);
  for (const [from, to] of [
    ['2025-10', '2026-05'],
    ['2026-01', '2026-01'],
    ['2026-02', '2026-02'],
    ['2026-03', '2026-03'],
    ['2026-04', '2026-04'],
    ['2026-01', '2026-05'],
    ['2026-02', '2026-03'],
  ] as const) {
    const { cases } = await figuresOf(test, `?from=${from}&to=${to}`);
    const days = daysOf({ from, to });
    const reported = await casesOfPeriod(test.portal, { from: days.first, to: days.last }, null);
    const having = (state: string) => reported.filter((one) => one.state === state).length;
    const endings = [
      'answered',
      'transferred',
      'refused',
      'guided',
      'withdrawn',
      'lapsed',
      'merged',
      'open',
    ] as const;
    expect([from, to, Object.fromEntries(endings.map((ending) => [ending, cases[ending]]))]).toEqual([
      from,
      to,
      Object.fromEntries(endings.map((ending) => [ending, having(ending)])),
    ]);
    expect([cases.carried, cases.received + cases.takenUp]).toEqual(
      ['carried', 'new'].map((arrival) => reported.filter((one) => one.arrival === arrival).length),
    );
    const names = (some: { caseId: string; round: number }[]) =>
      some.map(({ caseId, round }) => `${caseId} ${round}`).toSorted();
    const byRule = [...byCase.values()].flatMap((rounds) => takenUpIn(rounds, days));
    expect(names(await listTakenUp(test.portal.db, days))).toEqual(names(byRule));
  }
  const rows = await test.portal.db
    .selectFrom('cases')
    .select(['id', 'status', 'answeredAt', 'mergedInto', 'outsideNumber', answerStands.as('stands')])
    .execute();
  const standing = rows.map((row) => [row.id, byCase.get(row.id)?.at(-1)?.ending === 'answered']);
  expect(rows.map((row) => [row.id, row.stands])).toEqual(standing);
  expect(rows.map((row) => [row.id, answerStandsOn(row)])).toEqual(standing);
  expect(standing.filter(([, stands]) => stands).length).toBeGreaterThan(5);
}, 180_000);
