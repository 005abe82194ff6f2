// A long random walk of cases: what was kept step by step is what a recount gives, and every equation holds.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expireSupplements } from '../../api/cases/steps/expiry-service.ts';
import { followLedger } from '../../api/figures/follow-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
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
}, 180_000);
