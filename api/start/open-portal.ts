// Opens everything the process needs, in order: keys, content, database, migrations, reference data, log-in.
import { loadContent } from '../content/load.ts';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Environment } from '../env.ts';
import { openKeys } from '../http/keys.ts';
import type { Portal } from '../portal.ts';
import { createAuth } from '../staff/auth.ts';
import { seedReferenceData } from './seed.ts';

/** Puts a portal together on a migrated database, and fills in its reference data. */
export async function assemblePortal(parts: Omit<Portal, 'auth'>): Promise<Portal> {
  await seedReferenceData(parts);
  return { ...parts, auth: createAuth(parts) };
}

export type OpenedPortal = { portal: Portal; embedded: boolean; close(): Promise<void> };

/** Opens the portal of this process; `say` is told what people at the keyboard should know. */
export async function openPortal(env: Environment, say: (sentence: string) => void): Promise<OpenedPortal> {
  const content = await loadContent();
  const connection = await connect(env, say);
  try {
    await migrate(connection.db);
    const portal = await assemblePortal({
      db: connection.db,
      env,
      keys: openKeys(env.DATA_DIR, env.SECRET_KEY),
      content,
      now: clockOf(env),
    });
    return { portal, embedded: connection.embedded, close: connection.close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

// A fixed clock stands still; it is for rehearsals and tests.
function clockOf({ CLOCK }: Environment): () => Date {
  return CLOCK ? () => new Date(CLOCK) : () => new Date();
}
