// pgbench on one script: transactions per second over loopback, as the portal's own connections go.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './programs.ts';
import type { Script } from './statements.ts';

/** `simple` is pgbench's own default; with `prepared` a statement is planned once per connection. */
export type Protocol = 'simple' | 'prepared';
export type Pgbench = (protocol: Protocol, clients: number, seconds: number) => Promise<number>;

/** Readies pgbench for a database; the script is written into `folder`. */
export function pgbenchOn(program: string, url: string, script: Script, folder: string): Pgbench {
  const { hostname, port, username, password, pathname } = new URL(url);
  const database = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password };
  const values = Object.entries(script.values).map(([name, value]) => `--define=${name}=${value}`);
  return async (protocol, clients, seconds) => {
    const file = path.join(folder, 'pgbench.sql');
    fs.writeFileSync(file, `${script.prelude}\n${written(script, protocol)};\n`);
    const said = await run(
      program,
      [
        '--no-vacuum',
        `--protocol=${protocol}`,
        `--client=${clients}`,
        `--time=${seconds}`,
        `--file=${file}`,
        ...values,
        pathname.slice(1),
      ],
      database,
    );
    const rate = /tps = ([\d.]+)/.exec(said)?.[1];
    if (rate === undefined) throw new Error(`pgbench told no rate:\n${said}`);
    return Number(rate);
  };
}

// In the simple protocol pgbench puts the values into the text as they are: quotes make literals of them.
const written = ({ statement }: Script, protocol: Protocol) =>
  protocol === 'simple' ? statement.replace(/:p\d+/g, "'$&'") : statement;
