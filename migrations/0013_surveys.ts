// Satisfaction surveys: frozen questionnaires, rounds, burnt tokens apart from answers, paper forms, results of a closed round.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A questionnaire as it was when the first round of it was made; never another one under the same number.
  await sql`
    create table survey_versions (
      survey_id text not null,
      version int not null,
      hash text not null,
      content jsonb not null,
      frozen_at timestamptz not null,
      primary key (survey_id, version)
    )`.execute(db);
  await sql`
    create trigger survey_versions_are_immutable before update or delete or truncate on survey_versions
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table survey_rounds (
      id text primary key,
      survey_id text not null,
      survey_version int not null,
      title text not null,
      opens_on date not null,
      closes_on date not null check (closes_on >= opens_on),
      papers_until date not null check (papers_until >= closes_on),
      procedures jsonb not null,
      counters jsonb not null,
      channels jsonb not null,
      target int not null check (target > 0),
      forms_issued int,
      closed_on date,
      created_by text not null,
      created_at timestamptz not null,
      foreign key (survey_id, survey_version) references survey_versions
    )`.execute(db);

  // Which tokens were used up: no answer, no time finer than the day. Emptied when the round is closed.
  await sql`
    create table survey_tokens_burnt (
      round_id text not null references survey_rounds,
      token_hash bytea not null,
      form_hash bytea not null,
      burnt_on date not null,
      primary key (round_id, token_hash)
    )`.execute(db);
  // Answers that wait, sealed, to be mixed with others; here only until then.
  await sql`
    create table survey_pending (
      id uuid primary key default gen_random_uuid(),
      round_id text not null references survey_rounds,
      channel text not null check (channel in ('web', 'qr')),
      sealed text not null
    )`.execute(db);
  await sql`create index survey_pending_round on survey_pending (round_id)`.execute(db);
  // Answers: no token, no day, a random key. The columns after answers are reckoned from it when it comes in.
  await sql`
    create table survey_answers (
      id uuid primary key default gen_random_uuid(),
      round_id text not null references survey_rounds,
      channel text not null check (channel in ('web', 'qr', 'paper')),
      entered_month text not null check (entered_month ~ '^[0-9]{4}-[0-9]{2}$'),
      answers jsonb not null,
      is_valid boolean not null,
      procedure text,
      field text,
      filing text,
      respondent text,
      quarter text,
      opinions int not null,
      satisfied int not null,
      points int not null,
      scored int not null
    )`.execute(db);
  await sql`create index survey_answers_round on survey_answers (round_id)`.execute(db);

  // A sheet of paper by the number of its scan; its answers move to survey_answers when the round is closed.
  await sql`
    create table survey_papers (
      id uuid primary key default gen_random_uuid(),
      round_id text not null references survey_rounds,
      scan_number text not null,
      answers jsonb,
      entered_by text not null,
      entered_on date not null,
      check_wanted boolean not null default false,
      checked_answers jsonb,
      checked_by text,
      checked_on date,
      settled_by text,
      settled_on date,
      unique (round_id, scan_number)
    )`.execute(db);

  // What a closed round comes to: everything for staff, and what may be seen by all; written once.
  await sql`
    create table survey_results (
      round_id text primary key references survey_rounds,
      tally jsonb not null,
      public jsonb not null,
      made_at timestamptz not null
    )`.execute(db);
  await sql`
    create trigger survey_results_are_immutable before update or delete or truncate on survey_results
    for each statement execute function refuse_change()`.execute(db);
}
