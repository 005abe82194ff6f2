// A program as a child process: what it says, and how it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { eventually } from '../run/eventually.ts';
import { patiently } from '../run/patience.ts';

export const root = path.resolve(import.meta.dirname, '../../..');
// Some 30 servers read the same code one after the other.
const compiled = path.join(root, 'node_modules/.cache/compiled');

export type Child = ReturnType<typeof startChild>;
type How = {
  env?: Record<string, string>;
  uid?: number;
  before?: string[];
  folder?: string;
  stays?: boolean;
};
const stopWithParent = path.join(import.meta.dirname, 'stop-with-parent.mjs');

const running = new Set<ChildProcess>();

/** Stops what is still running, and its database with it; what does not end by itself is ended. */
export async function stopChildren(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const ending = setTimeout(() => child.kill('SIGKILL'), patiently(20_000));
      await closed;
      clearTimeout(ending);
    }),
  );
}

/**
 * Starts `node file args…`; `before` are words in front of it, `uid` another user, `folder` a copy of the repository.
 * One that `stays` is there for the further files of this worker, and stops when the worker does.
 */
export function startChild(
  file: string,
  args: string[],
  { env = {}, uid, before = [], folder = root, stays = false }: How = {},
) {
  const program = [process.execPath, '--import', stopWithParent, path.join(folder, file), ...args];
  const [command = '', ...rest] = [...before, ...program];
  const { PATH = '' } = process.env;
  const child = spawn(command, rest, {
    cwd: folder,
    uid,
    gid: uid,
    env: { PATH, LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: compiled, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  if (!stays) running.add(child);
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The first match in what it has said so far. */
    tells: (pattern: RegExp) =>
      eventually(
        () => `${file} says ${pattern}; it said:\n${said}`,
        () => {
          if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}:\n${said}`);
          return pattern.exec(said) ?? undefined;
        },
        60_000,
      ),
  };
}
