// Staff accounts: who may log in with which role, their sessions, second factors and the log-in throttle.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff_users (
      id text primary key default uuidv7()::text,
      email text not null unique check (email = lower(email)),
      email_verified boolean not null default true,
      name text not null,
      image text,
      role text not null check (role in ('TN', 'MC', 'XL', 'TP', 'LD', 'CVP', 'BT', 'QT')),
      unit text not null,
      active boolean not null default true,
      two_factor_enabled boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table staff_sessions (
      id text primary key default uuidv7()::text,
      user_id text not null references staff_users on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index staff_sessions_user on staff_sessions (user_id)`.execute(db);

  await sql`
    create table staff_accounts (
      id text primary key default uuidv7()::text,
      user_id text not null references staff_users on delete cascade,
      account_id text not null,
      provider_id text not null,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (provider_id, account_id)
    )`.execute(db);
  await sql`create index staff_accounts_user on staff_accounts (user_id)`.execute(db);

  await sql`
    create table staff_verifications (
      id text primary key default uuidv7()::text,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index staff_verifications_identifier on staff_verifications (identifier)`.execute(db);

  await sql`
    create table staff_two_factors (
      id text primary key default uuidv7()::text,
      user_id text not null unique references staff_users on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean not null default false,
      failed_verification_count int not null default 0,
      locked_until timestamptz
    )`.execute(db);

  // The account is a keyed hash of the e-mail typed, so that mistyped addresses are not kept.
  await sql`
    create table staff_sign_in_throttle (
      account bytea primary key,
      attempts int not null,
      started_at timestamptz not null
    )`.execute(db);
}
