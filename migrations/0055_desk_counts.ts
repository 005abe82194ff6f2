// What the desk of officers keeps beside the register, all of it reckoned from the register: how many open cases there are
// of each kind, what came from a sender and was not looked at, keyed words to search by; and the filters officers keep.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Added to and never changed, so that nobody waits for anybody; folded together from time to time.
  await sql`
    create table desk_counts (
      status text not null,
      unit text not null,
      handler_id text not null,
      source text not null,
      nearest_on date not null,
      n int not null
    )`.execute(db);
  await sql`
    insert into desk_counts
    select status, coalesce(unit, ''), coalesce(handler_id, ''), source, nearest_on, count(*)
    from cases where closed_at is null and not locked group by 1, 2, 3, 4, 5`.execute(db);
  await sql`
    create function count_open_case() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.closed_at is null and not old.locked then
        insert into desk_counts values (old.status, coalesce(old.unit, ''), coalesce(old.handler_id, ''), old.source,
          old.nearest_on, -1);
      end if;
      if new.closed_at is null and not new.locked then
        insert into desk_counts values (new.status, coalesce(new.unit, ''), coalesce(new.handler_id, ''), new.source,
          new.nearest_on, 1);
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger new_cases_are_counted after insert on cases
    for each row execute function count_open_case()`.execute(db);
  await sql`
    create trigger changed_cases_are_counted after update on cases
    for each row when ((old.status, old.unit, old.handler_id, old.source, old.nearest_on, old.closed_at is null, old.locked)
      is distinct from
      (new.status, new.unit, new.handler_id, new.source, new.nearest_on, new.closed_at is null, new.locked))
    execute function count_open_case()`.execute(db);

  // The newest thing that came from a sender; gone once an officer whom it is for has opened the case.
  await sql`
    create table case_news (
      case_id uuid primary key references cases,
      step text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`
    create function note_news() returns trigger language plpgsql as $$
    begin
      insert into case_news values (new.case_id, new.step, new.at)
        on conflict (case_id) do update set step = excluded.step, at = excluded.at;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger what_senders_do_is_news after insert on case_events
    for each row when (new.actor_role = 'CD' and new.step in ('supply', 'remark', 'continue', 'correct-contact', 'withdraw'))
    execute function note_news()`.execute(db);
  await sql`
    create function note_bounced_mail() returns trigger language plpgsql as $$
    begin
      insert into case_news values (new.case_id, 'bounced-mail', new.email_refused_at)
        on conflict (case_id) do update set step = excluded.step, at = excluded.at;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger mail_that_comes_back_is_news after update on case_senders
    for each row when (old.email_refused_at is null and new.email_refused_at is not null)
    execute function note_bounced_mail()`.execute(db);

  // Words of a case under the portal's key, 32 bits of each: no word can be read from them without it.
  await sql`
    create table case_words (
      case_id uuid primary key references cases,
      version int not null,
      words int[] not null,
      people int[] not null
    )`.execute(db);
  await sql`create index case_words_words on case_words using gin (words)`.execute(db);
  await sql`create index case_words_people on case_words using gin (people)`.execute(db);
  await sql`create index cases_serial on cases (serial)`.execute(db);
  // Cases whose words have to be taken again.
  await sql`create table case_words_due (case_id uuid primary key)`.execute(db);
  await sql`insert into case_words_due select id from cases`.execute(db);
  await sql`
    create function words_are_due() returns trigger language plpgsql as $$
    begin
      -- Held until the change is there to be read, so that nobody takes the words before it.
      insert into case_words_due values (new.id) on conflict (case_id) do update set case_id = excluded.case_id;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger changed_words_are_due after insert or update on cases
    for each row execute function words_are_due()`.execute(db);

  await sql`
    create table desk_filters (
      id uuid primary key default uuidv7(),
      staff_id text not null,
      name text not null,
      query jsonb not null,
      unique (staff_id, name)
    )`.execute(db);

  // Answers by the month in which they were given.
  await sql`create index cases_answered on cases (answered_at, id) where answered_at is not null`.execute(db);
  await sql`
    create index case_events_returned on case_events (at, case_id) where step in ('return-draft', 'return-reply')`.execute(
    db,
  );
}
