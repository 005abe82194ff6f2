// What an officer does to many cases at once: the cases chosen, what is foreseen for each, what became of it, for a while.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What is written lies in `sealed`, until it is done with.
  await sql`
    create table case_batches (
      id uuid primary key,
      staff_id text not null references staff_users (id),
      role text not null,
      act text not null,
      state text not null default 'chosen',
      plan int not null default 0,
      is_cut boolean not null,
      sealed text,
      made_at timestamptz not null,
      finished_at timestamptz,
      undone_at timestamptz
    )`.execute(db);
  await sql`create index case_batches_made on case_batches (made_at)`.execute(db);
  // `before`: what the case was, sealed, while it can be undone; `held`: the jobs that wait until then.
  await sql`
    create table case_batch_items (
      batch_id uuid not null references case_batches (id) on delete cascade,
      place int not null,
      case_id uuid not null,
      number text not null,
      version int,
      state text not null default 'waiting',
      foreseen jsonb,
      outcome text,
      proposed boolean,
      undoable boolean,
      before text,
      held uuid[] not null default '{}',
      primary key (batch_id, place),
      unique (batch_id, case_id)
    )`.execute(db);
  await sql`create index case_batch_items_case on case_batch_items (case_id)`.execute(db);
  // What was undone counts for nothing: asked of every event that is read.
  await sql`create index case_events_undo on case_events (case_id) where step = 'undo'`.execute(db);
}
