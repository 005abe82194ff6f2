// The server process of an embedded database, seen from outside.
import fs from 'node:fs';
import path from 'node:path';
import { processName } from '../../../api/db/embedded/process.ts';

/** Its process id while it lives. */
export function postmasterOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'pg/postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  return processName(pid) ? pid : undefined;
}
