// Files that the office adds to a case beside what its sender sent: what each is, of which day, and what became of it. The
// file itself is an attachment of the case like any other.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table office_files (
      attachment_id uuid primary key references attachments,
      case_id uuid not null references cases,
      -- Of the attachment: 1, 2, 3 … within the case.
      place int not null,
      purpose text not null check (purpose in ('scan', 'evidence', 'signed-reply', 'other')),
      dated_on date not null,
      -- Encrypted; null: none, or erased.
      note text,
      document_id uuid references outgoing_documents,
      added_by text not null,
      added_at timestamptz not null,
      given_by text,
      given_at timestamptz,
      withdrawn_by text,
      withdrawn_at timestamptz,
      unique (case_id, place),
      check ((given_at is null) = (given_by is null)),
      check ((withdrawn_at is null) = (withdrawn_by is null))
    )`.execute(db);
}
