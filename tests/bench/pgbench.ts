// pgbench on one script: transactions per second, prepared, over loopback like the portal's own connections.
import fs from 'node:fs';
import { run } from './programs.ts';
import type { Script } from './statements.ts';

export type Pgbench = (clients: number, seconds: number) => number;

/** Readies pgbench for a database; the script is written to `file`. */
export function pgbenchOn(program: string, url: string, { text, variables }: Script, file: string): Pgbench {
  fs.writeFileSync(file, text);
  const { hostname, port, username, password, pathname } = new URL(url);
  const given = Object.entries(variables).map(([key, value]) => `--define=${key}=${value}`);
  return (clients, seconds) => {
    const said = run(
      program,
      [
        '--no-vacuum',
        '--protocol=prepared',
        `--client=${clients}`,
        `--time=${seconds}`,
        `--file=${file}`,
        ...given,
        pathname.slice(1),
      ],
      { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password },
    );
    return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  };
}
