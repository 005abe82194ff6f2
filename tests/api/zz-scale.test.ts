import { sql } from 'kysely';
import { test, expect } from 'vitest';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { openTestPortal } from '../support/portal.ts';
import { submit } from '../support/case.ts';
test('scale', { timeout: 600_000 }, async () => {
  const t = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  await submit(t);
  await sql`with base as (select * from cases limit 1), c as (
    insert into cases (register, year, serial, number, source, status, content_code, restricted, received_at, clock_started_on, due_on, due_basis, secret_hash, idempotency_hash, request_hash, sealed_receipt)
    select register, year, n, register||'-'||year||'-'||lpad(n::text,6,'0'), source, status, content_code, restricted, received_at + n * interval '1 ms', clock_started_on, due_on, due_basis, secret_hash, sha256(n::text::bytea), request_hash, sealed_receipt from base, generate_series(2, 120000) n returning id, received_at, due_on),
    k as (insert into case_contents (case_id, body, salt) select id, 'Nội dung thử', '\\x00'::bytea from c)
    insert into case_events (case_id, seq, step, from_status, to_status, actor_role, at, due_after, commitment)
    select id, 1, 'submit', 'draft', 'submitted', 'CD', received_at, due_on, sha256('\\x00'::bytea || convert_to('{"body":"Nội dung thử","wish":null}', 'UTF8')) from c`.execute(t.owner);
  await sql`update register_counters set last = 120000`.execute(t.owner);
  const a = performance.now(); const n = await sequenceLedger(t.portal); const b = performance.now();
  const v = await verifyLedger(t.owner); const c = performance.now();
  console.log(n, 'sequenced in', (b - a) | 0, 'ms; verified in', (c - b) | 0, v, process.memoryUsage().rss >> 20, 'MB');
  const d = performance.now(); await sequenceLedger(t.portal); console.log('idle tick', performance.now() - d);
  expect(v.fits).toBe(true);
  await t.close();
});
