// The register of outgoing documents: numbers without a gap, a cancelled one stays; what a document said is kept sealed apart,
// where it goes with the personal data of its case.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outgoing_counters (
      series text not null,
      year int not null,
      last int not null,
      primary key (series, year)
    )`.execute(db);
  // Without a serial: its number was given by the office's own system.
  await sql`
    create table outgoing_documents (
      id uuid primary key default uuidv7(),
      case_id uuid not null references cases,
      kind text not null,
      type text not null,
      series text not null,
      year int not null,
      serial int,
      number text not null,
      issued_on date not null,
      subject text not null,
      capacity text not null,
      signer text not null,
      unit text,
      template_code text not null,
      template_version int not null,
      by_id text not null references staff_users,
      at timestamptz not null,
      unique (series, year, serial),
      unique (year, number)
    )`.execute(db);
  await sql`create index outgoing_documents_case on outgoing_documents (case_id)`.execute(db);
  await sql`create index outgoing_documents_issued on outgoing_documents (issued_on, at, id)`.execute(db);
  // Why it was cancelled stands in the words of the event, which are erased with the case.
  await sql`
    create table outgoing_cancellations (
      document_id uuid primary key references outgoing_documents,
      seq int not null,
      by_id text not null references staff_users,
      at timestamptz not null
    )`.execute(db);
  await sql`
    create table outgoing_texts (
      document_id uuid primary key references outgoing_documents,
      case_id uuid not null references cases,
      sealed text not null
    )`.execute(db);
  await sql`create index outgoing_texts_case on outgoing_texts (case_id)`.execute(db);
}
