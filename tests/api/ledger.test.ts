// The ledger: every event gets one place in it, soon and without anybody waiting, and proofs hold for outsiders.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../api/ledger/checkpoint.ts';
import { leafHash } from '../../api/ledger/merkle.ts';
import { isConsistent, isIncluded } from '../support/reading/merkle-proofs.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { startTicker } from '../../api/jobs/tools/ticker.ts';
import { tickers } from '../../api/programs/worker.ts';
import { readNote, signerOf } from '../../api/ledger/signed-note.ts';
import { post, submit } from '../support/portal/case.ts';
import { eventually } from '../support/run/eventually.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
});
afterAll(() => test.close());

const get = async (path: string) => {
  const response = await test.request(path);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
};
const bytes = (list: string[]) => list.map((hex) => Buffer.from(hex, 'hex'));
const hex = (text: string) => Buffer.from(text, 'hex');

describe('before the first event', () => {
  it('there is no checkpoint, and the key is already public', async () => {
    expect((await get('/api/ledger/checkpoint')).status).toBe(404);
    expect((await get('/api/ledger/key')).json()).toMatchObject({
      algorithm: 'Ed25519',
      current: {
        name: 'skh.quangngai.gov.vn/so-cai',
        publicKey: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
      },
    });
  });
});

describe('the checkpoint', () => {
  it('is a signed note that the public key opens, with size, root and time', async () => {
    await submit(test);
    await submit(test);
    expect(await sequenceLedger(test.portal)).toBe(2);
    const { headers, text } = await get('/api/ledger/checkpoint');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    const note = readNote(text);
    const { current } = (await get('/api/ledger/key')).json();
    const key = { name: current.name, publicKey: Buffer.from(current.publicKey, 'base64') };
    expect(note && signerOf(note, [key])).toBe(key);
    expect(note && readCheckpoint(note.text)).toMatchObject({
      origin: 'skh.quangngai.gov.vn/so-cai',
      size: 2,
      at: new Date('2026-11-20T01:30:00.000Z'),
    });
  });

  it('is kept one a day, the first of the day, also on days without events, and never changed', async () => {
    await submit(test);
    test.clock.set('2026-11-20T17:00:00+07:00');
    await sequenceLedger(test.portal);
    test.clock.set('2026-11-21T00:00:01+07:00');
    await sequenceLedger(test.portal);
    test.clock.set('2026-11-21T09:00:00+07:00');
    await submit(test);
    await sequenceLedger(test.portal);
    const { checkpoints, next } = (await get('/api/ledger/checkpoints')).json();
    expect(checkpoints.map(({ onDay, size, at }: Record<string, unknown>) => [onDay, size, at])).toEqual([
      ['2026-11-21', 3, '2026-11-20T17:00:01.000Z'],
      ['2026-11-20', 2, '2026-11-20T01:30:00.000Z'],
    ]);
    expect(next).toBeNull();
    expect(Object.keys(checkpoints[0]).sort()).toEqual(['at', 'note', 'onDay', 'origin', 'root', 'size']);
  });
});

describe('proofs', () => {
  it('show the holder of a hash that the event is in, and tell nothing but its place', async () => {
    const mine = await submit(test);
    const { body: before } = await post(test, '/api/cases/proof', {
      number: mine.number,
      secret: mine.secret,
    });
    expect((before['events'] as { index: unknown }[])[0]?.index).toBeNull();
    await sequenceLedger(test.portal);
    const { body } = await post(test, '/api/cases/proof', { number: mine.number, secret: mine.secret });
    const [event] = body['events'] as { hash: string; step: string; at: string; index: number }[];
    expect(event).toMatchObject({ step: 'submit', at: '2026-11-21T02:00:00.000Z', index: 4 });
    const proof = (await get(`/api/ledger/inclusion/${event?.hash}`)).json();
    expect(Object.keys(proof).sort()).toEqual(['index', 'path', 'root', 'size']);
    const checkpoint = readCheckpoint(readNote((await get('/api/ledger/checkpoint')).text)?.text ?? '');
    expect(checkpoint?.root.toString('hex')).toBe(proof.root);
    expect(
      isIncluded({
        leaf: leafHash(hex(event?.hash ?? '')),
        index: proof.index,
        size: proof.size,
        path: bytes(proof.path),
        root: hex(proof.root),
      }),
    ).toBe(true);
  });

  it('show that the ledger only grew', async () => {
    const { from, to, fromRoot, toRoot, path } = (await get('/api/ledger/consistency?from=2')).json();
    expect([from, to]).toEqual([2, 5]);
    const claim = { from, to, oldRoot: hex(fromRoot), newRoot: hex(toRoot), path: bytes(path) };
    expect(isConsistent(claim)).toBe(true);
    const [, day] = (await get('/api/ledger/checkpoints')).json().checkpoints;
    expect(Buffer.from(day.root, 'base64').toString('hex')).toBe(fromRoot);
  });

  it.each([
    ['an unknown hash', `/api/ledger/inclusion/${'ab'.repeat(32)}`, 404],
    ['a hash that is none', '/api/ledger/inclusion/xyz', 404],
    ['a size the ledger does not have', '/api/ledger/consistency?from=2&to=9999', 404],
    ['sizes the wrong way round', '/api/ledger/consistency?from=5&to=2', 422],
    ['a size of nothing', '/api/ledger/consistency?from=0', 422],
    ['a day that is none', '/api/ledger/checkpoints?before=2026-02-30', 422],
  ])('for %s are refused in Vietnamese', async (_what, path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/[ạảấầẩệịọộợụủứừữựỳỷỹđ]/);
  });

  it('of a case are for who has the look-up code only', async () => {
    const [mine, other] = [await submit(test), await submit(test)];
    const refused = await post(test, '/api/cases/proof', { number: mine.number, secret: other.secret });
    expect([refused.status, refused.body['code']]).toEqual([404, 'not-found']);
  });
});

describe('sequencing', () => {
  it('loses and doubles nothing while many submit and several processes sequence', async () => {
    const fresh = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
    const submissions = Promise.all(Array.from({ length: 60 }, () => submit(fresh)));
    const sequencers = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < 10; turn++) await sequenceLedger(fresh.portal);
      }),
    );
    await Promise.all([submissions, sequencers]);
    await sequenceLedger(fresh.portal);
    const { db } = fresh.portal;
    const leaves = await db.selectFrom('ledgerLeaves').selectAll().orderBy('index').execute();
    const events = await db.selectFrom('caseEvents').select(['caseId', 'hash']).execute();
    const pending = await db.selectFrom('ledgerPending').selectAll().execute();
    await fresh.close();
    expect(leaves.map(({ index }) => index)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(leaves.map(({ eventHash }) => eventHash.toString('hex')).sort()).toEqual(
      events.map(({ hash }) => hash.toString('hex')).sort(),
    );
    expect(pending).toEqual([]);
  });

  it('is done by the worker without being asked, at most two seconds behind, and stops when told', async () => {
    const fresh = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
    const [ledger] = tickers.filter(({ tick }) => tick === sequenceLedger);
    if (!ledger) throw new Error('the worker does not sequence');
    const sequencing = startTicker(fresh.portal, ledger);
    const size = async () =>
      (await fresh.portal.db.selectFrom('ledgerHead').select('size').executeTakeFirst())?.size;
    for (const expected of [1, 2]) {
      await submit(fresh);
      await eventually('the event is in the ledger', async () => (await size()) === expected, 2_000);
    }
    await sequencing.stop();
    await submit(fresh);
    await fresh.close();
  });
});

describe('a long backlog', () => {
  it('is taken in batches, and none is begun once the process is told to stop', async () => {
    const { number } = await submit(test);
    await sequenceLedger(test.portal);
    await test.owner.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`
        insert into case_events (case_id, seq, step, from_status, to_status, actor_role, at, due_before, due_after, hash)
        select c.id, n, 'note', 'submitted', 'submitted', 'TN', now(), c.due_on, c.due_on, sha256(convert_to(n::text, 'UTF8'))
        from cases c, generate_series(2, 4502) n where c.number = ${number}`.execute(trx);
      await sql`insert into ledger_pending select case_id, seq from case_events where seq between 2 and 4502 and step = 'note'
        on conflict do nothing`.execute(trx);
    });
    const stopping = AbortSignal.abort();
    const told = { ...test.portal, stopping: { signal: stopping, abort: () => {} } };
    expect(await sequenceLedger(told)).toBe(2_000);
    expect(await sequenceLedger(told)).toBe(2_000);
    expect(await sequenceLedger(test.portal)).toBe(501);
    expect(await sequenceLedger(test.portal)).toBe(0);
  });
});
