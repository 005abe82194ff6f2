// The programs of the system that the portal is measured beside; none of them is needed, none is installed here.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../support/run/programs.ts';

const packages = { pgbench: 'postgresql-contrib', nginx: 'nginx', wrk: 'wrk' } as const;
type Program = keyof typeof packages;
export type Programs = Record<Program, string | undefined>;

/** The path of a program, or undefined, said in one line, where the system has none. */
export function lookFor(name: Program): string | undefined {
  const found = findProgram(name);
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
