// The office's own templates, version by version: written by one, released by another; nothing of it is ever changed.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letter_templates (
      code text not null,
      version int not null check (version > 0),
      words jsonb not null,
      retired boolean not null,
      author_id text not null references staff_users,
      written_at timestamptz not null,
      primary key (code, version)
    )`.execute(db);
  await sql`
    create table letter_template_verdicts (
      code text not null,
      version int not null,
      released boolean not null,
      reason text,
      by_id text not null references staff_users,
      at timestamptz not null,
      primary key (code, version),
      foreign key (code, version) references letter_templates,
      check (released or reason is not null)
    )`.execute(db);
  // Two hands, whatever the program above believes.
  await sql`
    create function templates_need_two_hands() returns trigger language plpgsql as $$
    begin
      if new.released and exists (select from letter_templates t
          where t.code = new.code and t.version = new.version and t.author_id = new.by_id) then
        raise exception 'a template is released by another than its author';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger two_hands before insert on letter_template_verdicts
    for each row execute function templates_need_two_hands()`.execute(db);
}
