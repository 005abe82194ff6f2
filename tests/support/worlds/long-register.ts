// A register of any length in one statement: copies of one letter under numbers of 2031, each with the event of its receipt.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../../api/db/tables.ts';

/** Copies the letter of a number `n` times; the first is PAKN-2031-000001. */
export async function longRegister(owner: Kysely<Tables>, number: string, n: number): Promise<void> {
  const columns = async (table: string) => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(owner);
    return sql.join(rows.map(({ name }) => sql.ref(`made.${name}`)));
  };
  const names = async (table: string) => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(owner);
    return sql.join(rows.map(({ name }) => sql.ref(name)));
  };
  await sql`
    insert into cases (${await names('cases')})
    select ${await columns('cases')} from cases c, generate_series(1, ${n}::int) turn,
      jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'public_id', gen_random_uuid(), 'year', 2031,
        'serial', turn, 'number', 'PAKN-2031-' || lpad(turn::text, 6, '0'), 'status', 'submitted',
        'answered_at', null, 'published_at', null, 'closed_at', null, 'track', null, 'unit', null, 'handler_id', null,
        'idempotency_hash', sha256(('long ' || turn)::bytea)::text, 'received_at', '2031-05-05T08:00:00+07:00')) made
    where c.number = ${number}`.execute(owner);
  await sql`
    insert into case_events (${await names('case_events')})
    select ${await columns('case_events')} from cases l, case_events e join cases c on c.id = e.case_id,
      jsonb_populate_record(e, jsonb_build_object('case_id', l.id, 'at', l.received_at)) made
    where l.year = 2031 and c.number = ${number} and e.step = 'submit'`.execute(owner);
}
