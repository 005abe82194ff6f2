// Security of staff: attempts that grow slower, codes used once, first passwords to be changed, and the security log.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A wall for everybody is replaced by delays for whoever fails: no account is shut by strangers.
  await sql`drop table staff_sign_in_throttle`.execute(db);
  // `key` is a keyed hash of what is counted (an account, a network, both together, a device): no address, no e-mail.
  await sql`
    create table staff_attempts (
      key bytea primary key,
      failures int not null,
      last_at timestamptz not null,
      free_at timestamptz not null,
      known_until timestamptz,
      told boolean not null default false
    )`.execute(db);
  await sql`create index staff_attempts_last on staff_attempts (last_at)`.execute(db);
  // RFC 6238 §5.2: the time step of the last code taken; a code of it or of an earlier one is not taken again.
  await sql`alter table staff_two_factors add column last_step bigint`.execute(db);
  await sql`alter table staff_users add column must_change_password boolean not null default false`.execute(
    db,
  );

  await sql`
    create table security_events (
      id bigint primary key,
      at timestamptz not null,
      kind text not null,
      actor_id text,
      subject_id text,
      account bytea,
      network bytea,
      detail jsonb not null,
      previous bytea not null,
      hash bytea not null
    )`.execute(db);
  await sql`create index security_events_kind on security_events (kind, id)`.execute(db);
  await sql`create index security_events_actor on security_events (actor_id, id)`.execute(db);
  await sql`
    create function security_event_hash(e security_events) returns bytea language sql stable as $$
      select sha256(convert_to(json_build_array(
        'minh-bach/security/v1', e.id, extract(epoch from e.at)::text, e.kind, e.actor_id, e.subject_id,
        encode(e.account, 'hex'), encode(e.network, 'hex'), e.detail::text, encode(e.previous, 'hex')
      )::text, 'UTF8'))
    $$`.execute(db);
  // One chain over all events, without gaps: whoever writes waits for whoever writes before.
  await sql`
    create function chain_security_event() returns trigger language plpgsql as $$
    declare
      last record;
    begin
      perform pg_advisory_xact_lock(hashtext('minh-bach/security-events'));
      select id, hash into last from security_events order by id desc limit 1;
      new.id := coalesce(last.id, 0) + 1;
      new.previous := coalesce(last.hash, ''::bytea);
      new.hash := security_event_hash(new);
      return new;
    end $$`.execute(db);
  await sql`
    create trigger security_events_are_chained before insert on security_events
    for each row execute function chain_security_event()`.execute(db);
  await sql`
    create trigger security_events_are_immutable before update or truncate on security_events
    for each statement execute function refuse_change()`.execute(db);
  // Only what is older than a year may go, whoever asks.
  await sql`
    create function refuse_young_deletion() returns trigger language plpgsql as $$
    begin
      if old.at > now() - interval '1 year' then
        raise exception 'rows of % are kept for a year at least', tg_table_name using errcode = 'insufficient_privilege';
      end if;
      return old;
    end $$`.execute(db);
  await sql`
    create trigger security_events_are_kept before delete on security_events
    for each row execute function refuse_young_deletion()`.execute(db);
  // The role of the run may not delete: it asks the owner's function, which takes no more than is old.
  await sql`
    create function purge_security_events(before timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      gone bigint;
    begin
      delete from security_events
        where at < least(before, now() - interval '1 year')
          and id < (select max(id) from security_events);
      get diagnostics gone = row_count;
      return gone;
    end $$`.execute(db);
}
