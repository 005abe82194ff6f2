// The two roles of a database given by address: one migrates, the other works and cannot touch what is written for ever.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect } from '../../api/db/connect.ts';
import { migrate } from '../../api/db/migrate.ts';
import { rights } from '../../api/db/rights.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { onServer, withDatabase } from '../support/portal/server.ts';

const name = `rights_${randomUUID().replaceAll('-', '')}`;
const owner = withDatabase(inject('serverUrl'), name);
const run = Object.assign(new URL(owner), { username: name, password: 'only-for-tests' }).href;
const noWords = () => {};
const environment = (settings: Record<string, string>) =>
  readEnvironment({ LOG_LEVEL: 'silent', ...settings });

beforeAll(() =>
  onServer(inject('serverUrl'), async (client) => {
    await client.query(`create role ${name} login password 'only-for-tests'`);
    await client.query(`create database ${name}`);
  }),
);
afterAll(() =>
  onServer(inject('serverUrl'), async (client) => {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`drop role ${name}`);
  }),
);

describe('with MIGRATION_DATABASE_URL', () => {
  it('the owner makes the tables, and DATABASE_URL works without rights over what is written for ever', async () => {
    const connection = await connect(
      environment({ DATABASE_URL: run, MIGRATION_DATABASE_URL: owner }),
      noWords,
    );
    await migrate(connection.db);
    const db = await connection.forRun();
    expect((await sql<{ role: string }>`select current_user as role`.execute(db)).rows).toEqual([
      { role: name },
    ]);
    expect(await db.selectFrom('cases').select('id').execute()).toEqual([]);
    await expect(sql`delete from case_events`.execute(db)).rejects.toThrow(
      'permission denied for table case_events',
    );
    await expect(sql`update ledger_leaves set seq = 1`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`drop table cases`.execute(db)).rejects.toThrow('must be owner of table cases');
    await connection.close();
  });

  it('a migration that lands after one with a higher number is applied all the same', async () => {
    const connection = await connect(environment({ DATABASE_URL: owner }), noWords);
    await migrate(connection.db);
    await sql`drop table officer_drafts, case_presence`.execute(connection.db);
    await sql`delete from kysely_migration where name = '0049_officer_drafts'`.execute(connection.db);
    expect(await migrate(connection.db)).toEqual(['0049_officer_drafts']);
    expect(await migrate(connection.db)).toEqual([]);
    await connection.close();
  });

  it('a table that stands in no line of the rights is out of reach', async () => {
    const connection = await connect(
      environment({ DATABASE_URL: run, MIGRATION_DATABASE_URL: owner }),
      noWords,
    );
    await migrate(connection.db);
    await sql`create table if not exists not_thought_of (id int)`.execute(connection.db);
    const db = await connection.forRun();
    await expect(sql`select * from not_thought_of`.execute(db)).rejects.toThrow(
      'permission denied for table not_thought_of',
    );
    await sql`drop table not_thought_of`.execute(connection.db);
    await connection.close();
  });

  it('every table and view of the migrations has its line, and no line is left of one that is gone', async () => {
    const connection = await connect(environment({ DATABASE_URL: owner }), noWords);
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'
      union all select viewname from pg_views where schemaname = 'public'`.execute(connection.db);
    const names = rows.map((row) => row.name);
    const tablesWithRights = rights.flatMap(({ tables }) => tables);
    const words = [
      ...names
        .filter((one) => !tablesWithRights.includes(one))
        .map((one) => `${one} has no line in api/db/rights.ts: the portal may do nothing with it`),
      ...tablesWithRights
        .filter((one, index) => !names.includes(one) || tablesWithRights.indexOf(one) !== index)
        .map((one) => `${one} in api/db/rights.ts is no table, or stands there twice`),
    ];
    expect(words).toEqual([]);
    await connection.close();
  });

  it('one role under both names is refused in Vietnamese', async () => {
    const connection = await connect(
      environment({ DATABASE_URL: owner, MIGRATION_DATABASE_URL: owner }),
      noWords,
    );
    await expect(connection.forRun()).rejects.toThrow('dùng cùng một vai trò');
    await connection.close();
  });

  it('an address that does not answer is named, without its password', async () => {
    const away = 'postgres://app:mat-khau@127.0.0.1:1/portal';
    const settings = environment({ DATABASE_URL: run, MIGRATION_DATABASE_URL: away });
    const failure = await connect(settings, noWords).catch((error: unknown) => String(error));
    expect(failure).toContain('ở MIGRATION_DATABASE_URL (ECONNREFUSED)');
    expect(failure).not.toContain('mat-khau');
  });
});

describe('without it', () => {
  it('one role does everything, and the triggers still refuse', async () => {
    const connection = await connect(environment({ DATABASE_URL: owner }), noWords);
    const db = await connection.forRun();
    const roleOf = async (one: typeof db) =>
      (await sql<{ role: string }>`select current_user as role`.execute(one)).rows[0]?.role;
    expect(await roleOf(db)).toBe(await roleOf(connection.db));
    await expect(sql`delete from case_events`.execute(db)).rejects.toThrow('never changed or deleted');
    await connection.close();
  });
});
