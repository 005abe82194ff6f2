// What an officer was writing goes along when all of theirs is handed over: who wrote a draft first, and where each went.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: whose it is has written it.
  await sql`alter table officer_drafts add column written_by text references staff_users (id)`.execute(db);
  // The draft itself is gone one day: no reference. Null in `to_id`: nobody who took over may have it, it stayed.
  await sql`
    create table staff_handover_drafts (
      handover_id uuid not null references staff_handovers,
      draft_id uuid not null,
      case_id uuid references cases,
      to_id text references staff_users,
      primary key (handover_id, draft_id)
    )`.execute(db);
}
