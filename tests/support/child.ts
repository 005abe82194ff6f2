// A program as a child process: what it says, and how it ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { eventually } from './eventually.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export type Child = ReturnType<typeof startChild>;
type How = { env?: Record<string, string>; uid?: number; before?: string[] };

/** Starts `node file args…`; `before` are words in front of it, `uid` another user. */
export function startChild(file: string, args: string[], { env = {}, uid, before = [] }: How = {}) {
  const [command = '', ...rest] = [...before, process.execPath, path.join(root, file), ...args];
  const { PATH = '' } = process.env;
  const child = spawn(command, rest, {
    cwd: root,
    uid,
    gid: uid,
    env: { PATH, LOG_LEVEL: 'silent', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The first match in what it has said so far. */
    tells: (pattern: RegExp) =>
      eventually(`${file} says ${pattern}\n${said}`, () => {
        if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}:\n${said}`);
        return pattern.exec(said) ?? undefined;
      }),
  };
}
