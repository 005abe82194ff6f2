// The embedded database through everything that starts, stops and accidents do to it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeRunnable } from '../../api/db/embedded/binaries.ts';
import { startChild, type Child } from '../support/process/child.ts';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { postmasterOf } from '../support/process/postmaster.ts';
import { onServer } from '../support/portal/server.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
// What a container may forbid even to root, and a clone in /root hides from others.
const works = (command: string, args: string[], as = {}) =>
  spawnSync(command, args, { cwd: '/', ...as }).status === 0;
const canSwitch = isRoot && works(process.execPath, ['--version'], { uid: nobody });
const canMount = isRoot && works('unshare', ['--mount', 'true']);
const canNamespace = isRoot && works('unshare', ['--user', '--map-user=65534', 'true']);
const program = 'tests/support/process/embedded-process.ts';
const children: Child[] = [];

function open(dataDir: string, port = 0, how: Parameters<typeof startChild>[2] = {}): Child {
  const child = startChild(program, [dataDir, String(port)], how);
  children.push(child);
  return child;
}
const addressOf = async (child: Child) => (await child.tells(/ready (\S+)/))[1] ?? '';
const ask = async (url: string, statement: string) =>
  (await onServer(url, (client) => client.query(statement))).rows;
async function close(child: Child): Promise<number | null> {
  child.kill('SIGTERM');
  return child.ended;
}

afterEach(async () => {
  await Promise.all(children.splice(0).map(close));
});

describe('a first start', () => {
  test('makes a durable cluster that only this machine reaches', async () => {
    const dataDir = path.join(await temporaryFolder(), 'new/data');
    const url = await addressOf(open(dataDir));

    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(modeOf(dataDir)).toBe('700');
    // Its owner is who runs the database; root may enter anyway.
    expect(fs.statSync(dataDir).uid).toBe(fs.statSync(path.join(dataDir, 'pg')).uid);
    expect(modeOf(path.join(dataDir, 'pg'))).toBe('700');
    expect(modeOf(path.join(dataDir, 'pg.secret'))).toBe('600');
  });

  test('takes another port when the wanted one is busy', async () => {
    const busy = net.createServer().listen(0, '127.0.0.1');
    await eventually('the port is taken', () => busy.listening);
    const { port } = busy.address() as net.AddressInfo;

    const url = await addressOf(open(await temporaryFolder(), port));

    expect(new URL(url).port).not.toBe(String(port));
    busy.close();
  });

  test('makes a whole cluster where an earlier one was cut short', async () => {
    const dataDir = await temporaryFolder();
    fs.mkdirSync(path.join(dataDir, 'pg.init/base'), { recursive: true });
    fs.writeFileSync(path.join(dataDir, 'pg.secret'), 'an earlier secret', { mode: 0o600 });

    const url = await addressOf(open(dataDir));

    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(fs.existsSync(path.join(dataDir, 'pg.init'))).toBe(false);
  });
});

describe('a later start', () => {
  test('finds the data again', async () => {
    const dataDir = await temporaryFolder();
    const first = open(dataDir);
    await ask(await addressOf(first), 'create table kept as select 42 as answer');
    expect(await close(first)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
    // As earlier releases left it.
    fs.chmodSync(dataDir, 0o755);
    if (isRoot) fs.chownSync(dataDir, 0, 0);

    const url = await addressOf(open(dataDir));

    expect(await ask(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(modeOf(dataDir)).toBe('700');
  });

  test('leaves a folder alone that others put their things in', async () => {
    const dataDir = await temporaryFolder();
    fs.chmodSync(dataDir, 0o1777);
    await addressOf(open(dataDir));
    expect((fs.statSync(dataDir).mode & 0o7777).toString(8)).toBe('1777');
    expect(modeOf(path.join(dataDir, 'pg'))).toBe('700');
  });

  test('takes over a database whose Node was killed', async () => {
    const dataDir = await temporaryFolder();
    const first = open(dataDir);
    const url = await addressOf(first);
    const orphan = postmasterOf(dataDir);
    first.kill('SIGKILL');
    await first.ended;

    const second = open(dataDir);

    expect(await addressOf(second)).toBe(url);
    expect(postmasterOf(dataDir)).toBe(orphan);
    expect(second.said()).toContain('còn chạy từ lần trước');
    expect(await close(second)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  test('starts although the note of a dead database names a process of somebody else', async () => {
    const dataDir = await temporaryFolder();
    const first = open(dataDir);
    await addressOf(first);
    const note = path.join(dataDir, 'pg/postmaster.pid');
    const lines = fs.readFileSync(note, 'utf8').split('\n');
    await close(first);
    fs.writeFileSync(note, [String(process.pid), ...lines.slice(1)].join('\n'));

    expect(await ask(await addressOf(open(dataDir)), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('starts although Node and database were killed together', async () => {
    const dataDir = await temporaryFolder();
    const first = open(dataDir);
    await ask(await addressOf(first), 'create table kept as select 42 as answer');
    first.kill('SIGKILL');
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
    await first.ended;

    const url = await addressOf(open(dataDir));

    expect(await ask(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('refuses a folder that a living process uses, and leaves that one alone', async () => {
    const dataDir = await temporaryFolder();
    const first = open(dataDir);
    const url = await addressOf(first);

    const second = open(dataDir);

    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Một tiến trình khác (pid ${first.pid}) đang dùng dữ liệu`);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('touches nothing of another major version', async () => {
    const dataDir = await temporaryFolder();
    fs.mkdirSync(path.join(dataDir, 'pg'), { mode: 0o700 });
    fs.writeFileSync(path.join(dataDir, 'pg/PG_VERSION'), '17\n');
    const before = snapshot(dataDir);

    const child = open(dataDir);

    expect(await child.ended).toBe(1);
    expect(child.said()).toContain('là của PostgreSQL 17, còn bản đi kèm là 18. Không có gì bị thay đổi.');
    expect(snapshot(dataDir)).toEqual(before);
  });
});

describe('while it runs', () => {
  test('a database that dies comes back by itself at the same address', async () => {
    const dataDir = await temporaryFolder();
    const child = open(dataDir);
    const url = await addressOf(child);
    await ask(url, 'create table kept as select 42 as answer');
    const died = postmasterOf(dataDir) ?? 0;
    process.kill(died, 'SIGKILL');

    await eventually('another server process', () => (postmasterOf(dataDir) ?? died) !== died);
    const rows = await eventually('an answer', () =>
      ask(url, 'select answer from kept').catch(() => undefined),
    );

    expect(rows).toEqual([{ answer: 42 }]);
    expect(await close(child)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
  });
});

describe('accounts and disks', () => {
  test.runIf(canSwitch)('an ordinary user runs it as himself', async () => {
    const folder = await temporaryFolder();
    fs.chownSync(folder, nobody, nobody);

    const url = await addressOf(open(path.join(folder, 'data'), 0, { uid: nobody }));

    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(fs.statSync(path.join(folder, 'data/pg')).uid).toBe(nobody);
  });

  test.runIf(canNamespace)('root runs it even where no other account can look', async () => {
    const folder = await temporaryFolder();
    fs.chmodSync(folder, 0o700);
    const dataDir = path.join(folder, 'data');
    const first = open(dataDir);
    await ask(await addressOf(first), 'create table kept as select 42 as answer');
    expect(await close(first)).toBe(0);

    expect(await ask(await addressOf(open(dataDir)), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test.runIf(canSwitch || !isRoot)('says so when the folder cannot be written', async () => {
    const folder = await temporaryFolder();
    fs.chmodSync(folder, 0o555);

    const child = open(path.join(folder, 'data'), 0, isRoot ? { uid: nobody } : {});

    expect(await child.ended).toBe(1);
    expect(child.said()).toContain(`Không ghi được vào ${folder}/data.`);
  });

  test.runIf(canMount)('says so when the disk is full', async () => {
    const disk = await temporaryFolder();
    const mounted = `mount -t tmpfs -o size=12m,mode=755 tmpfs '${disk}' && exec "$@"`;

    const child = open(path.join(disk, 'data'), 0, {
      before: ['unshare', '--mount', 'sh', '-c', mounted, 'sh'],
    });

    expect(await child.ended).toBe(1);
    expect(child.said()).toContain(`Ổ đĩa chứa ${disk}/data/pg đã đầy.`);
  });

  test('makes the programs runnable where npm ran no install script', async () => {
    const folder = await temporaryFolder();
    const bin = path.join(folder, 'native/bin');
    const lib = path.join(folder, 'native/lib');
    for (const one of [bin, lib]) fs.mkdirSync(one, { recursive: true });
    fs.writeFileSync(path.join(bin, 'postgres'), '', { mode: 0o644 });
    fs.writeFileSync(path.join(lib, 'libpq.so.5.18'), '');
    fs.writeFileSync(
      path.join(folder, 'native/pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );

    makeRunnable(folder);

    expect(modeOf(path.join(bin, 'postgres'))).toBe('755');
    expect(fs.readlinkSync(path.join(lib, 'libpq.so.5'))).toBe('libpq.so.5.18');
  });
});

const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);
const snapshot = (folder: string) =>
  fs.readdirSync(folder, { recursive: true }).map((name) => {
    const { size, mtimeMs, mode, uid } = fs.statSync(path.join(folder, String(name)));
    return { name, size, mtimeMs, mode, uid };
  });
