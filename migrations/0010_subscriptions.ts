// Who is told by mail when procedures of a field change, and which decision was told to whom.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The address is found by its keyed hash; both are gone once the subscription has ended. No fields: every field.
  // `wished_fields` wait for the link of letter number `round`; `fields` are what was confirmed.
  await sql`
    create table subscriptions (
      id uuid primary key default uuidv7(),
      email text,
      email_hash bytea,
      wished_fields text[],
      fields text[],
      round int not null default 1,
      confirmed_round int not null default 0,
      asked_at timestamptz not null,
      confirmed_at timestamptz,
      ended_at timestamptz,
      check ((ended_at is null) = (email is not null)),
      check ((email is null) = (email_hash is null)),
      check ((confirmed_at is null) = (fields is null))
    )`.execute(db);
  await sql`
    create unique index subscriptions_email on subscriptions (email_hash) where ended_at is null`.execute(db);

  await sql`
    create table decision_letters (
      decision text not null,
      subscription_id uuid not null references subscriptions,
      claimed_at timestamptz,
      sent_at timestamptz,
      primary key (decision, subscription_id)
    )`.execute(db);
}
