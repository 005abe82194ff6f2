// The database for a command line about staff: beside a running portal its own embedded one, otherwise started and stopped here.
import { connect } from '../db/connect.ts';
import { findEmbedded } from '../db/embedded/attach.ts';
import { openDatabase, type Db } from '../db/open.ts';
import type { Environment } from '../portal/env.ts';

export async function openStaffDatabase(env: Environment): Promise<{ db: Db; close(): Promise<void> }> {
  const running = env.DATABASE_URL ? undefined : await findEmbedded(env.DATA_DIR);
  if (running === undefined) return connect(env, (sentence) => console.error(sentence));
  const db = openDatabase(running, 1);
  return { db, close: () => db.destroy() };
}
