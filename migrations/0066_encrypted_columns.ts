// Columns of persons and of their words lie encrypted: what is written from now on by the portal, what lay here before by a
// background job, row by row (api/at-rest/). Here only what that needs.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The keys by their numbers; the keys themselves lie outside the database.
  await sql`
    create table data_keys (
      id int primary key check (id > 0),
      fingerprint bytea not null check (octet_length(fingerprint) = 32),
      first_at timestamptz not null,
      -- Nothing is left under it.
      emptied_at timestamptz
    )`.execute(db);
  // How far the work on each table has come under a key; `proven_at`: nothing else was found in the whole table.
  await sql`
    create table encryption_progress (
      table_name text primary key,
      key_id int not null,
      after text,
      done bigint not null default 0,
      unopened bigint not null default 0,
      proven_at timestamptz
    )`.execute(db);

  // JSON, which then lies encrypted as any other text.
  await sql`alter table case_proposals alter column input type text using input::text`.execute(db);
  // An encrypted text is longer than the one that was typed; its length is checked before.
  await sql`
    alter table page_rating_comments drop constraint page_rating_comments_comment_check,
      add check (length(comment) between 1 and 10000)`.execute(db);

  // What was written is never changed. It may be encrypted, or encrypted anew under another key: the column's value then is
  // an encrypted one; that it says the same is proven by the seal of its event, since a database without keys cannot tell.
  await sql`
    create function refuse_all_but_encrypting() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - tg_argv[1:] <> to_jsonb(old) - tg_argv[1:] or exists (
        select from jsonb_each(to_jsonb(new)) n
        where n.key = any(tg_argv[1:]) and n.value is distinct from to_jsonb(old) -> n.key
          and not (n.value = 'null' and tg_argv[0] = 'erasable')
          and not (jsonb_typeof(n.value) = 'string' and n.value #>> '{}' ~ '^mb1[.][0-9]{1,6}[.][A-Za-z0-9_-]{38,}$'
            and to_jsonb(old) -> n.key <> 'null')) then
        raise exception 'rows of % are never changed, only erased', tg_table_name using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`.execute(db);
  for (const [table, column] of [
    ['case_replies', 'body'],
    ['rating_versions', 'comment'],
  ] as const) {
    await sql`drop trigger ${sql.raw(`${table}_are_only_erased`)} on ${sql.table(table)}`.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_are_only_erased`)} before update on ${sql.table(table)}
      for each row execute function refuse_all_but_encrypting('erasable', ${sql.lit(column)})`.execute(db);
  }
  for (const [table, columns] of [
    ['case_contents', ['body', 'wish']],
    ['case_event_texts', ['text']],
  ] as const) {
    await sql`drop trigger ${sql.raw(`${table}_are_never_rewritten`)} on ${sql.table(table)}`.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_are_never_rewritten`)} before update on ${sql.table(table)}
      for each row execute function refuse_all_but_encrypting('kept', ${sql.join(columns.map((one) => sql.lit(one)))})`.execute(
      db,
    );
    await sql`
      create trigger ${sql.raw(`${table}_are_never_emptied`)} before truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
