// Which server process uses a data folder: one at a time, and a dead one is forgotten.
import fs from 'node:fs';
import type { Places } from './cluster.ts';
import { explainDisk } from './disk.ts';
import { processName } from './process.ts';

const self = () => processName(process.pid) ?? String(process.pid);

/** Claims the data folder for this process; throws when a living one has it. */
export function claim({ owner, dir }: Places): void {
  const draft = `${owner}.${process.pid}`;
  try {
    fs.writeFileSync(draft, self(), { mode: 0o600 });
    if (isStale(owner)) fs.rmSync(owner, { force: true });
    fs.linkSync(draft, owner);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) explainDisk(error, dir);
    throw new Error(
      `Một tiến trình khác (pid ${pidIn(owner)}) đang dùng dữ liệu trong ${dir}. ` +
        'Hãy dừng nó trước, hoặc đặt DATA_DIR và PORT khác. (Another server is running.)',
      { cause: error },
    );
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

export function release({ owner }: Places): void {
  if (readOwner(owner) === self()) fs.rmSync(owner, { force: true });
}

function isStale(owner: string): boolean {
  const name = readOwner(owner);
  return name === undefined || name === self() || processName(pidIn(owner)) !== name;
}

const readOwner = (owner: string) =>
  fs.existsSync(owner) ? fs.readFileSync(owner, 'utf8').trim() : undefined;
const pidIn = (owner: string) => Number(readOwner(owner)?.split(' ')[0]);
