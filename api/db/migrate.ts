// Brings a database up to the newest migration; each runs once, in order, in its own transaction.
import fs from 'node:fs/promises';
import path from 'node:path';
import { Migrator, type Migration } from 'kysely/migration';
import type { Db } from './open.ts';

const folder = path.resolve(import.meta.dirname, '../../migrations');

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await fs.readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const loaded = await Promise.all(
    files.map(
      async (file) => [file.slice(0, -3), (await import(path.join(folder, file))) as Migration] as const,
    ),
  );
  return Object.fromEntries(loaded);
}

// What is written side by side lands in its own order: a number that comes late stands on none of the higher ones.
const migrator = (db: Db) =>
  new Migrator({ db, provider: { getMigrations: readMigrations }, allowUnorderedMigrations: true });

/** Applies what is missing and returns the names applied; throws the first failure. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results = [] } = await migrator(db).migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

/** Whether every migration of this release is applied. */
export async function isMigrated(db: Db): Promise<boolean> {
  return (await migrator(db).getMigrations()).every((migration) => migration.executedAt !== undefined);
}
