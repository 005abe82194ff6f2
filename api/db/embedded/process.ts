// What the machine says about processes: is one alive, and since when.
import fs from 'node:fs';

export const hasProc = fs.existsSync('/proc/self/stat');

/**
 * Names a living process: its id and, where /proc tells, the clock tick of its start, so that a reused id is
 * not taken for it. Undefined when it is gone or only a zombie.
 */
export function processName(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!hasProc) return signalReaches(pid) ? String(pid) : undefined;
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return !fields[19] || fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${pid} ${fields[19]}`;
}

/** The command line of a process, its words separated by NUL; empty when unknown. */
export const commandLine = (pid: number) => readOrNothing(`/proc/${pid}/cmdline`);

/** How many processes are attached to a shared memory segment of this machine. */
export function attachedTo(key: number, id: number): number {
  const rows = readOrNothing('/proc/sysvipc/shm')
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  return rows.find((row) => row[0] === key && row[1] === id)?.[6] ?? 0;
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export function readOrNothing(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
