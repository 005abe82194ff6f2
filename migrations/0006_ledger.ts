// The ledger: every event as a leaf of one append-only Merkle tree, its signed checkpoints, and the keys that signed.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_leaves (
      index bigint primary key check (index >= 0),
      case_id uuid not null,
      seq int not null,
      event_hash bytea not null unique,
      unique (case_id, seq),
      foreign key (case_id, seq) references case_events
    )`.execute(db);
  // Complete subtrees only: they never change, and every root and proof is made of them.
  await sql`
    create table ledger_nodes (
      level int not null,
      index bigint not null,
      hash bytea not null,
      primary key (level, index)
    )`.execute(db);
  await sql`
    create table ledger_head (
      only_one boolean primary key default true check (only_one),
      size bigint not null,
      at timestamptz not null,
      note text not null
    )`.execute(db);
  await sql`
    create table ledger_checkpoints (
      on_day date primary key,
      size bigint not null,
      note text not null
    )`.execute(db);
  await sql`
    create table signing_keys (
      key_id text primary key,
      name text not null,
      public_key bytea not null,
      first_used_at timestamptz not null
    )`.execute(db);
  for (const table of ['ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'signing_keys'])
    await sql`
      create trigger ${sql.raw(`${table}_are_immutable`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
