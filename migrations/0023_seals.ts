// What each step commits to: the salts of its seals, versions instead of updates, and triggers that let words go but never change.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Canonical JSON: column -> salted SHA-256. An event that seals something has the text minh-bach/event/v2, with one line
  // more; one that seals nothing, and every event of before, has v1.
  await sql`alter table case_events add column seals text`.execute(db);
  await sql`
    create or replace function event_text(e case_events) returns text language sql stable as $$
      select concat_ws(E'\\n', case when e.seals is null then 'minh-bach/event/v1' else 'minh-bach/event/v2' end,
        e.case_id, e.seq, e.step, e.from_status, e.to_status, e.actor_role,
        coalesce(e.actor_id, ''), floor(extract(epoch from e.at) * 1000)::bigint,
        coalesce(to_char(e.due_before, 'YYYY-MM-DD'), ''), coalesce(to_char(e.due_after, 'YYYY-MM-DD'), ''),
        coalesce(encode(e.commitment, 'hex'), ''), coalesce(e.data, ''), coalesce(encode(e.prev_hash, 'hex'), ''),
        e.seals)
    $$`.execute(db);

  // The seals themselves stand in the event; without its salt a seal tells nothing. Erasing takes the salt away.
  await sql`
    create table case_seals (
      case_id uuid not null,
      seq int not null,
      salt bytea not null,
      primary key (case_id, seq),
      foreign key (case_id, seq) references case_events
    )`.execute(db);

  // Erased words are null; everything else of a version stays as it was written.
  await sql`alter table case_replies alter column body drop not null`.execute(db);

  await sql`alter table published_answers rename to answer_versions`.execute(db);
  await sql`
    alter table answer_versions
      add column version int not null default 1,
      add column written_at timestamptz,
      alter column summary drop not null,
      alter column answer drop not null,
      drop constraint published_answers_pkey,
      drop constraint published_answers_number_key,
      add primary key (case_id, version),
      add unique (number, version)`.execute(db);
  await sql`update answer_versions set written_at = published_at`.execute(db);
  await sql`alter table answer_versions alter column written_at set default now(), alter column written_at set not null`.execute(
    db,
  );
  await sql`create index answer_versions_written on answer_versions (written_at)`.execute(db);
  await sql`
    create view published_answers as
      select case_id, number, track, content_code, procedure_slug, summary, answer, outcome, unit, received_on,
        answered_on, published_at, publisher_id, version, written_at
      from answer_versions a
      where summary is not null and not exists (
        select from answer_versions later where later.case_id = a.case_id and later.version > a.version)`.execute(
    db,
  );

  await sql`alter table case_ratings rename to rating_versions`.execute(db);
  await sql`
    alter table rating_versions
      add column version int not null default 1,
      drop constraint case_ratings_pkey,
      add primary key (case_id, version)`.execute(db);
  await sql`
    create view case_ratings as
      select case_id, score, reason, comment, rated_at, version
      from rating_versions r
      where not exists (
        select from rating_versions later where later.case_id = r.case_id and later.version > r.version)`.execute(
    db,
  );

  // An update may only take away: the columns named may become null, nothing else may become anything.
  await sql`
    create function refuse_all_but_erasing() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv or exists (
        select from jsonb_each(to_jsonb(new)) n
        where n.key = any(tg_argv) and n.value <> 'null' and n.value is distinct from to_jsonb(old) -> n.key) then
        raise exception 'rows of % are never changed, only erased', tg_table_name using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`.execute(db);
  for (const [table, words] of Object.entries({
    case_replies: ['body'],
    answer_versions: ['summary', 'answer'],
    rating_versions: ['comment'],
  })) {
    const erasable = words.map((word) => `'${word}'`).join(', ');
    await sql`
      create trigger ${sql.raw(`${table}_are_only_erased`)} before update on ${sql.table(table)}
      for each row execute function refuse_all_but_erasing(${sql.raw(erasable)})`.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_are_kept`)} before delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
  for (const table of ['case_contents', 'case_event_texts', 'case_seals'])
    await sql`
      create trigger ${sql.raw(`${table}_are_never_rewritten`)} before update or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
