// From one case of a list to the next; what is classified and taken up in one press; a case given to a unit and given back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { submit } from '../support/portal/case.ts';
import { classification, openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

type Who = keyof Crew['officers'];
type Near = { number: string; place: string } | null;
type Neighbours = {
  place: string;
  previous: Near;
  next: Near;
  position: number | null;
  total: number | null;
};

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const get = async (who: Who, path: string) =>
  await test.request(`/api/staff/cases${path}`, { headers: crew.officers[who].headers });
const json = async <Body>(who: Who, path: string) => (await (await get(who, path)).json()) as Body;
const beside = (who: Who, number: string, query: string) =>
  json<Neighbours>(who, `/${number}/neighbours?${query}`);
const numbers = async (who: Who, query: string) =>
  (await json<{ cases: { number: string }[] }>(who, `?${query}`)).cases.map(({ number }) => number);
const waiting = (who: Who) => numbers(who, 'view=waiting');

describe('the cases beside one', () => {
  it('are those of the list, in its order, counted, also once the case has left it', async () => {
    const [one, two, three] = [
      (await submit(test)).number,
      (await submit(test)).number,
      (await submit(test)).number,
    ];
    const list = 'view=waiting&content=5.2&sort=oldest';
    expect(await numbers('TN', list)).toEqual([one, two, three]);
    const middle = await beside('TN', two, `${list}&counted=yes`);
    expect([middle.previous?.number, middle.next?.number, middle.position, middle.total]).toEqual([
      one,
      three,
      2,
      3,
    ]);
    expect(await beside('TN', one, list)).toMatchObject({ previous: null, position: null, total: null });
    expect(await beside('TN', three, `${list}&counted=yes`)).toMatchObject({
      next: null,
      position: 3,
      total: 3,
    });
    const place = encodeURIComponent(middle.place);
    await crew.take('TN', two, 'classify', { ...classification, takeUp: true });
    expect(await numbers('TN', list)).toEqual([one, three]);
    expect(await beside('TN', two, `${list}&place=${place}`)).toMatchObject({
      previous: { number: one },
      next: { number: three },
    });
    // Walked both ways, every case of the list is met in its order.
    const whole = await numbers('TN', 'view=all&sort=oldest');
    for (const [index, number] of whole.entries())
      expect(await beside('TN', number, 'view=all&sort=oldest')).toMatchObject({
        previous: index === 0 ? null : { number: whole[index - 1] },
        next: index === whole.length - 1 ? null : { number: whole[index + 1] },
      });
    // By what is due: where it stood, not where it stands now.
    const falling = await beside('TN', one, 'view=open&sort=newest&counted=yes');
    expect([falling.previous?.number, falling.next]).toEqual([two, null]);
  });

  it('say nothing of a case or a list that is not one’s own', async () => {
    const { number } = await submit(test);
    expect((await get('XL', `/${number}/neighbours?view=all`)).status).toBe(404);
    expect((await get('QT', `/${number}/neighbours`)).status).toBe(404);
    expect((await get('TN', '/PAKN-2026-999999/neighbours')).status).toBe(404);
    for (const wrong of ['place=x', 'view=khong', 'counted=2', 'place=infinity~1'])
      expect((await get('TN', `/${number}/neighbours?${wrong}`)).status).toBe(422);
    const mine = await crew.caseIn('assigned');
    const found = await beside('XL', mine.number, 'view=all&counted=yes');
    expect(found).toMatchObject({ previous: null, next: null, position: 1, total: 1 });
  });
});

describe('a letter classified and taken up in one press', () => {
  it('is taken in when it is about a rule, and laid before the leader when it is about conduct: two events', async () => {
    const rule = await submit(test);
    expect(
      (await crew.take('TN', rule.number, 'classify', { ...classification, takeUp: true })).body,
    ).toEqual({
      status: 'accepted',
      proposed: false,
    });
    const conduct = await submit(test, { contentCode: '5.1' });
    const said = { ...classification, contentCode: '5.1', takeUp: true, subjectUnit: 'chi-cuc-tdc' };
    expect((await crew.take('TN', conduct.number, 'classify', said)).body).toMatchObject({
      status: 'conduct_review',
    });
    const stepsOf = async (number: string) =>
      (await crew.seen('LD', number)).body['events'].map(({ step }: { step: string }) => step);
    expect(await stepsOf(rule.number)).toEqual(['submit', 'classify', 'accept']);
    expect(await stepsOf(conduct.number)).toEqual(['submit', 'classify', 'refer-conduct']);
  });

  it('drops what was proposed for it, and is refused whole with its classification', async () => {
    const { number } = await submit(test);
    await crew.take('TN', number, 'reject', {
      contentCode: '5.2',
      ground: 'question',
      reason: 'Đây là câu hỏi (dữ liệu thử).',
    });
    expect((await crew.take('TN', number, 'classify', { ...classification, takeUp: true })).status).toBe(200);
    expect((await crew.seen('TN', number)).body).toMatchObject({ status: 'accepted', proposal: null });
    const other = await submit(test);
    expect(
      (await crew.take('TN', other.number, 'classify', { contentCode: '5.2', summary: 'ngắn', takeUp: true }))
        .status,
    ).toBe(422);
    expect((await crew.seen('TN', other.number)).body).toMatchObject({ status: 'submitted', track: null });
  });
});

describe('a case given to a unit as a whole', () => {
  const unit = 'quan-ly-cong-nghe';

  it('waits for the head of the unit alone, who gives it to one of the unit’s people', async () => {
    const { number } = await crew.caseIn('accepted');
    expect((await crew.take('CVP', number, 'assign', { handlerId: `unit:${unit}` })).status).toBe(200);
    expect(await waiting('TP')).toContain(number);
    for (const who of ['CVP', 'XL', 'otherTP', 'LD'] as const)
      expect(await waiting(who)).not.toContain(number);
    expect((await crew.seen('XL', number)).status).toBe(404);
    const [row] = (
      await json<{ cases: { number: string; waitsFor: string }[] }>('TP', '?view=waiting')
    ).cases.filter((one) => one.number === number);
    expect(row?.waitsFor).toBe('head');
    const foreign = await crew.take('TP', number, 'reassign', { handlerId: crew.officers.otherXL.id });
    expect([foreign.status, foreign.body.errors?.[0]?.pointer]).toEqual([422, '/handlerId']);
    expect((await crew.take('TP', number, 'reassign', { handlerId: `unit:${unit}` })).status).toBe(422);
    expect(
      (await crew.take('otherTP', number, 'reassign', { handlerId: crew.officers.otherXL.id })).status,
    ).toBe(404);
    expect((await crew.take('TP', number, 'reassign', { handlerId: crew.officers.XL.id })).status).toBe(200);
    expect(await waiting('XL')).toContain(number);
    expect(await waiting('TP')).not.toContain(number);
  });

  it('goes to no unit without a head, to none that is complained of, and to none that is not', async () => {
    const { number } = await crew.caseIn('accepted');
    for (const code of ['lanh-dao', 'khong-co', ''])
      expect(
        (await crew.take('CVP', number, 'assign', { handlerId: `unit:${code}` })).body.errors,
      ).toMatchObject([{ pointer: '/handlerId' }]);
    const conduct = await submit(test, { contentCode: '5.1' });
    await crew.take('TN', conduct.number, 'classify', {
      ...classification,
      contentCode: '5.1',
      subjectUnit: 'chi-cuc-tdc',
      takeUp: true,
    });
    const given = await crew.take('LD', conduct.number, 'assign-conduct', {
      handlerId: 'unit:chi-cuc-tdc',
    });
    expect(given.body.errors).toMatchObject([{ pointer: '/handlerId' }]);
    expect((await crew.seen('LD', conduct.number)).body).toMatchObject({
      status: 'conduct_review',
      unit: null,
    });
  });

  it('counts for the unit where loads are told to who assigns', async () => {
    const before = await json<Loads>('CVP', '/loads');
    const { number } = await crew.caseIn('accepted');
    await crew.take('CVP', number, 'assign', { handlerId: `unit:${unit}` });
    const after = await json<Loads>('CVP', '/loads');
    expect(after.units[unit]?.open).toBe((before.units[unit]?.open ?? 0) + 1);
    await crew.take('TP', number, 'reassign', { handlerId: crew.officers.XL.id });
    const given = await json<Loads>('TP', '/loads');
    expect(given.people[crew.officers.XL.id]?.open).toBe((before.people[crew.officers.XL.id]?.open ?? 0) + 1);
    expect((await get('XL', '/loads')).status).toBe(403);
  });
});
type Loads = Record<'units' | 'people', Record<string, { open: number; overdue: number }>>;

describe('a case given back', () => {
  const reason = 'Việc này thuộc phòng khác (dữ liệu thử).';

  it('goes to the head who gave it, then to who assigns, with the reason', async () => {
    const { number } = await crew.caseIn('accepted');
    await crew.take('CVP', number, 'assign', { handlerId: 'unit:quan-ly-cong-nghe' });
    await crew.take('TP', number, 'reassign', { handlerId: crew.officers.XL.id });
    expect((await crew.take('XL', number, 'give-back', { reason: '' })).body.errors).toMatchObject([
      { pointer: '/reason' },
    ]);
    expect((await crew.take('XL', number, 'give-back', { reason })).body).toMatchObject({
      status: 'assigned',
    });
    expect(await waiting('TP')).toContain(number);
    expect((await crew.take('TP', number, 'give-back', { reason })).body).toMatchObject({
      status: 'accepted',
    });
    expect(await waiting('CVP')).toContain(number);
    const { body } = await crew.seen('CVP', number);
    expect(body).toMatchObject({ unit: null, handlerId: null, coUnits: [] });
    expect(body['events'].at(-1)).toMatchObject({ step: 'give-back', text: reason });
  });

  it('of conduct goes to the leader, and nobody gives back what is another’s', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    await crew.take('TN', number, 'classify', { ...classification, contentCode: '5.1', takeUp: true });
    await crew.take('LD', number, 'assign-conduct', { handlerId: crew.officers.XL.id });
    expect((await crew.take('otherXL', number, 'give-back', { reason })).status).toBe(404);
    expect((await crew.take('XL', number, 'give-back', { reason })).body).toMatchObject({
      status: 'conduct_review',
    });
    expect(await waiting('LD')).toContain(number);
    expect((await crew.seen('XL', number)).status).toBe(404);
  });
});

describe('an extension', () => {
  const asked = { days: 5, reason: 'Cần lấy ý kiến đơn vị phối hợp (dữ liệu thử).' };

  it('is asked for by the handler and decided by the leader: granted once, or declined with a reason', async () => {
    const { number } = await crew.caseIn('assigned');
    const due = (await crew.seen('XL', number)).body['dueOn'];
    const tooMany = await crew.take('XL', number, 'extend', { ...asked, days: 60 });
    expect(tooMany.body.errors).toEqual([{ pointer: '/days', detail: 'Nhiều nhất 10 ngày làm việc.' }]);
    expect((await crew.seen('XL', number)).body['proposal']).toBeNull();
    expect((await crew.take('XL', number, 'extend', asked)).body).toMatchObject({ proposed: true });
    expect((await crew.seen('XL', number)).body).toMatchObject({ status: 'assigned', dueOn: due });
    expect(await waiting('LD')).toContain(number);
    expect(await waiting('XL')).not.toContain(number);
    await crew.take('LD', number, 'decline-proposal', { reason: 'Hạn còn đủ (dữ liệu thử).' });
    expect(await waiting('XL')).toContain(number);
    await crew.take('XL', number, 'extend', asked);
    expect((await crew.take('LD', number, 'extend', asked)).body).toMatchObject({ status: 'assigned' });
    expect((await crew.seen('XL', number)).body).toMatchObject({
      extendedOn: '2026-11-20',
      dueOn: '2026-12-21',
    });
    expect((await crew.take('XL', number, 'extend', asked)).status).toBe(409);
    expect((await crew.take('TP', number, 'extend', asked)).status).toBe(403);
  });
});

describe('a merge that was wrong', () => {
  it('is taken back under the first clock while the common case has no answer, and not after', async () => {
    const main = await crew.caseIn('assigned');
    const [one, two] = [await submit(test), await submit(test)];
    const merge = {
      contentCode: '5.2',
      into: main.number,
      reason: 'Cùng một việc (dữ liệu thử).',
    };
    for (const { number } of [one, two]) await crew.take('TN', number, 'merge', merge);
    const reason = 'Hai việc khác nhau (dữ liệu thử).';
    expect((await crew.take('TN', one.number, 'undo-merge', { reason })).body).toMatchObject({
      status: 'submitted',
    });
    const { body } = await crew.seen('TN', one.number);
    expect(body).toMatchObject({ links: [], dueOn: one.due.on, stageDueOn: '2026-11-25', track: 'rule' });
    await crew.take('XL', main.number, 'draft-reply', reply);
    await crew.take('TP', main.number, 'submit-reply');
    expect((await crew.take('LD', main.number, 'approve')).status).toBe(200);
    expect((await crew.take('TN', two.number, 'undo-merge', { reason })).status).toBe(409);
    expect((await crew.seen('TN', two.number)).body['steps']).not.toContain('undo-merge');
    expect((await crew.take('TN', one.number, 'accept')).status).toBe(200);
  });
});

it('leaves a register whose every row the ledger knows', async () => {
  await sequenceLedger(test.portal);
  expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({ fits: true });
});

it('the cases beside one are those that a search has found, whose key alone stands in an address and opens to its asker alone', async () => {
  const said = { name: 'Kha Thị Tìm Thấy', body: 'Biển báo màu chàm bị che khuất (dữ liệu thử).' };
  const found: string[] = [];
  for (let at = 0; at < 3; at += 1) found.unshift((await submit(test, said)).number);
  await submit(test);
  const { key } = (await (
    await test.request('/api/staff/cases/searches', {
      method: 'POST',
      headers: { ...crew.officers.TN.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ sought: 'chàm che khuất' }),
    })
  ).json()) as { key: string };
  const near = async (who: Who, number: string, query = '') =>
    await get(who, `/searches/${key}/neighbours/${number}${query}`);
  const [one = '', two = '', three = ''] = found;
  const middle = (await (await near('TN', two, '?counted=yes')).json()) as Neighbours;
  expect([middle.previous?.number, middle.next?.number, middle.position, middle.total]).toEqual([
    one,
    three,
    2,
    3,
  ]);
  expect(await (await near('TN', one)).json()).toMatchObject({
    previous: null,
    next: { number: two },
    position: null,
  });
  expect(await (await near('TN', three)).json()).toMatchObject({ previous: { number: two }, next: null });
  // Also once it is found no more by what was sought, as long as its officer may open it.
  await crew.take('TN', two, 'merge', {
    into: one,
    contentCode: '5.2',
    reason: 'Cùng một việc (dữ liệu thử).',
  });
  expect(await (await near('TN', two)).json()).toMatchObject({
    previous: { number: one },
    next: { number: three },
  });
  expect((await near('LD', two)).status).toBe(404);
  expect((await near('XL', two)).status).toBe(404);
  expect((await near('TN', 'PAKN-2026-999999')).status).toBe(404);
});
