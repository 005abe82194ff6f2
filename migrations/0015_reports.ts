// Reports that were issued: kept as they were, for ever.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // report: form, period, figures, the cases behind each cell and the document; hash: SHA-256 of its canonical JSON.
  await sql`
    create table issued_reports (
      id bigint generated always as identity primary key,
      form_id text not null,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      subject text not null,
      report jsonb not null,
      hash text not null,
      issued_by text not null,
      issued_at timestamptz not null
    )`.execute(db);
  await sql`create index issued_reports_form on issued_reports (form_id, id desc)`.execute(db);
  await sql`
    create trigger issued_reports_are_immutable before update or delete or truncate on issued_reports
    for each statement execute function refuse_change()`.execute(db);
}
