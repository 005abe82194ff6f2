// PostgreSQL refuses to run as root: which account runs it, and running its programs as that account.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** `uid` and `gid` when the programs switch account; `prefix` is the command that goes before them. */
export type Account = { uid?: number; gid?: number; prefix: string[] };

// Root inside a user namespace is nobody: the way out where no other account can reach the files (a clone in /root).
const namespaced: Account = { prefix: ['unshare', '--user', '--map-user=65534'] };

/** The account for a cluster: its owner where it exists, else the first that reaches program and folder. */
export function chooseAccount(postgres: string, dataDir: string, clusterDir: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (fs.existsSync(clusterDir)) return accountOfOwner(clusterDir);
  const [command = '', ...args] = namespaced.prefix;
  const account = ['postgres', 'nobody']
    .map(readAccount)
    .find((one) => one && reaches(one, postgres, dataDir));
  if (account) return account;
  if (spawnSync(command, [...args, postgres, '--version']).status === 0) return namespaced;
  throw new Error(
    `PostgreSQL không chạy được bằng tài khoản root, và không tài khoản nào khác đọc được ${dataDir}. ` +
      'Hãy đặt mã nguồn ngoài /root, hoặc chạy bằng tài khoản thường, hoặc đặt DATABASE_URL.',
  );
}

function accountOfOwner(clusterDir: string): Account {
  const { uid, gid } = fs.statSync(clusterDir);
  return uid === 0 ? namespaced : { uid, gid, prefix: [] };
}

function readAccount(name: string): Account | undefined {
  const fields = readLines('/etc/passwd')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]), prefix: [] };
}

function readLines(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

function reaches({ uid, gid }: Account, postgres: string, dataDir: string): boolean {
  const as = { uid, gid, cwd: '/' };
  return spawnSync(postgres, ['--version'], as).status === 0 && spawnSync('ls', [dataDir], as).status === 0;
}

/** Runs a program of PostgreSQL as the account, without blocking; resolves with its status and what it said. */
export function runAs(
  account: Account,
  program: string,
  args: string[],
): Promise<{ status: number; output: string }> {
  const [command = program, ...before] = [...account.prefix, program];
  const { PATH } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      uid: account.uid,
      gid: account.gid,
      cwd: '/',
      env: { PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** The same, but a failure is thrown with the program's own words. */
export async function mustRunAs(account: Account, program: string, args: string[]): Promise<void> {
  const { status, output } = await runAs(account, program, args);
  if (status !== 0) throw new Error(`${path.basename(program)} ${args[0]}: ${status}\n${output}`);
}
