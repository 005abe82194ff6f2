// The programs of the system that the portal is measured beside; none of them is needed, none is installed here.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const packages = { pgbench: 'postgresql-contrib', nginx: 'nginx', wrk: 'wrk' } as const;
type Program = keyof typeof packages;
export type Programs = Record<Program, string | undefined>;

/** The path of a program, or undefined, said in one line, where the system has none. */
export function findProgram(name: Program): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  const found = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (!found) console.log(`${name} is not here (Debian: apt-get install ${packages[name]}).`);
  return found;
}

/** Runs a program to its end and returns what it said; throws what it complained of. */
export async function run(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return stdout;
}
