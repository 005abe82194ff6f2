// A published answer has a title of its own, and tells what came of it; who else has the same trouble is counted.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table answer_versions
      add column title text,
      add column changed text,
      add column changed_document text,
      add column changed_at timestamptz`.execute(db);
  await sql`
    create or replace view published_answers as
      select case_id, number, track, content_code, procedure_slug, summary, answer, outcome, unit, received_on,
        answered_on, published_at, publisher_id, version, written_at, title, changed, changed_document, changed_at
      from answer_versions a
      where summary is not null and not exists (
        select from answer_versions later where later.case_id = a.case_id and later.version > a.version)`.execute(
    db,
  );
  await sql`drop trigger answer_versions_are_only_erased on answer_versions`.execute(db);
  await sql`
    create trigger answer_versions_are_only_erased before update on answer_versions
    for each row execute function
      refuse_all_but_erasing('summary', 'answer', 'title', 'changed', 'changed_document')`.execute(db);
  // A number by answer and nothing else: no visitor, no instant, no device.
  await sql`
    create table answer_echoes (
      case_id uuid primary key references cases,
      count integer not null check (count > 0)
    )`.execute(db);
}
