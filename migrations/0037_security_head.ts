// Both ends of the security log, kept beside it: a chain alone does not show that its first or its last rows are gone.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table security_head (
      only_one boolean primary key default true check (only_one),
      first_id bigint not null,
      last_id bigint not null,
      last_hash bytea not null
    )`.execute(db);
  await sql`
    insert into security_head (first_id, last_id, last_hash)
    select (select min(id) from security_events), id, hash from security_events order by id desc limit 1`.execute(
    db,
  );
  // The role of the run may add events, and only by adding them move the end.
  await sql`
    create or replace function chain_security_event() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      head record;
    begin
      perform pg_advisory_xact_lock(hashtext('minh-bach/security-events'));
      select last_id, last_hash into head from security_head;
      new.id := coalesce(head.last_id, 0) + 1;
      new.previous := coalesce(head.last_hash, ''::bytea);
      new.hash := security_event_hash(new);
      insert into security_head (first_id, last_id, last_hash) values (new.id, new.id, new.hash)
      on conflict (only_one) do update set last_id = excluded.last_id, last_hash = excluded.last_hash;
      return new;
    end $$`.execute(db);
  await sql`
    create or replace function purge_security_events(before timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      gone bigint;
    begin
      perform pg_advisory_xact_lock(hashtext('minh-bach/security-events'));
      delete from security_events
        where at < least(before, now() - interval '1 year')
          and id < (select max(id) from security_events);
      get diagnostics gone = row_count;
      update security_head set first_id = (select min(id) from security_events) where gone > 0;
      return gone;
    end $$`.execute(db);
}
