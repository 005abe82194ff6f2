// The running server of a cluster: found, taken over, started, stopped.
import fs from 'node:fs';
import pg from 'pg';
import { mustRunAs, runAs, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Places } from './cluster.ts';
import { explainDisk } from './disk.ts';
import { freePort } from './port.ts';
import { attachedTo, commandLine, hasProc, processName, readOrNothing } from './process.ts';

export type Cluster = { places: Places; binaries: Binaries; account: Account; settings: string[] };

const patienceMs = hasProc ? 120_000 : 20_000;
// Statements and values stay out of the server's log: they would carry personal data.
const quiet = ['log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_checkpoints=off'];
const loopbackOnly = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=220'];

/** The address of the cluster's database for `pg`; the password is read from its file. */
export const addressOf = ({ places }: Cluster, port: number) =>
  `postgres://app:${fs.readFileSync(places.secret, 'utf8').trim()}@127.0.0.1:${port}/postgres`;

/** postmaster.pid: process id, data folder, start time, port, …, shared memory key and id. */
function readPidFile({ pid }: Places) {
  const lines = readOrNothing(pid).split('\n');
  const [key = 0, id = 0] = (lines[6] ?? '').trim().split(/\s+/).map(Number);
  return { pid: Number(lines[0]), port: Number(lines[3]), key, id };
}

/** The name (see processName) of the living server process of a cluster. */
export const postmasterName = ({ places }: Cluster) => processName(readPidFile(places).pid);

// A server process that left children behind still owns the cluster: starting beside them would corrupt it.
function isInhabited({ places }: Cluster): boolean {
  const { pid, key, id } = readPidFile(places);
  if (attachedTo(key, id) > 0) return true;
  if (processName(pid) === undefined) return false;
  const words = commandLine(pid);
  return words === '' || words.split('\0').includes(places.dir);
}

/** The port on which a left-over server of this very cluster answers; waits for one that is starting or stopping. */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  const until = Date.now() + patienceMs;
  while (isInhabited(cluster)) {
    const { port } = readPidFile(cluster.places);
    if (port && (await answersAs(cluster, port))) return port;
    // Without /proc a foreign process cannot be told from ours; one that does not answer in time is foreign.
    if (Date.now() > until && !hasProc) return undefined;
    if (Date.now() > until)
      throw new Error(
        `Cơ sở dữ liệu trong ${cluster.places.dir} đang bận khởi động hoặc dừng quá lâu. Xem ${cluster.places.log}.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

async function answersAs(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf(cluster, port),
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.places.dir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the server on the wanted port, or on any free one when `fixed` is not asked; returns the port. */
export async function startPostmaster(cluster: Cluster, wanted: number, fixed = false): Promise<number> {
  const { places, binaries, account } = cluster;
  // Nobody lives in the cluster (findRunning): what is left is the note of a dead or foreign process.
  fs.rmSync(places.pid, { force: true });
  const port = fixed ? wanted : await freePort(wanted);
  const options = [...loopbackOnly, ...quiet, ...cluster.settings].map((setting) => `-c ${quote(setting)}`);
  const before = fs.existsSync(places.log) ? fs.statSync(places.log).size : 0;
  try {
    await mustRunAs(account, binaries.pgCtl, [
      'start',
      '--wait',
      '--timeout=120',
      `--pgdata=${places.dir}`,
      `--log=${places.log}`,
      `--options=-p ${port} ${options.join(' ')}`,
    ]);
    return port;
  } catch (error) {
    const said = readOrNothing(places.log).slice(before);
    if (/could not bind|Address already in use/i.test(said) && !fixed) return startPostmaster(cluster, 0);
    const why = said
      .split('\n')
      .filter((line) => /FATAL|PANIC|ERROR/.test(line))
      .slice(-3)
      .join('\n');
    const output = error instanceof Error ? error.message : '';
    explainDisk(
      new Error(`PostgreSQL không khởi động được. Xem ${places.log}.\n${why || output}`),
      places.dir,
    );
  }
}

const quote = (setting: string) => `'${setting}'`;

/** Stops the server: connections are closed, everything is written. */
export async function stopPostmaster({ places, binaries, account }: Cluster): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runAs(account, binaries.pgCtl, [
      'stop',
      `--pgdata=${places.dir}`,
      `--mode=${mode}`,
      '--wait',
      `--timeout=${seconds}`,
    ]);
  if ((await stop('fast', 20)).status !== 0 && fs.existsSync(places.pid)) await stop('immediate', 10);
}
