// `npm run keys:rotate`: a new key for the encrypted columns, and everything encrypted anew under it while the portal works.
// Stopped, it goes on at the next call; the worker of the portal goes on too.
import { setTimeout as wait } from 'node:timers/promises';
import { encryptAll } from '../at-rest/encrypt-service.ts';
import { addDataKey, listDataKeys } from '../at-rest/key-repository.ts';
import { requireDataKeys } from '../at-rest/key-service.ts';
import { newDataKey, nextStepOf, rotatedWords } from '../at-rest/rotation.ts';
import { makeDataKey, openDataKeys, placeOfKey } from '../crypto/data-keys.ts';
import { hasKeyFile, openKeys } from '../crypto/keys.ts';
import { connect } from '../db/connect.ts';
import { withoutLimit } from '../db/connection.ts';
import { findEmbedded } from '../db/embedded/attach.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { readEnvironment, type Environment } from '../portal/env.ts';
import { insertSecurityEvent } from '../staff/security-repository.ts';
import type { DataKeys } from '../crypto/data-keys.ts';

const by = 'npm run keys:rotate';
// Until every process that shares the folder writes with the new key.
const spreadMs = 2_500;
const tellEveryMs = 2_000;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const env = readEnvironment();
  const { DATA_DIR, SECRET_KEY, DATA_KEYS, DATABASE_URL } = env;
  if (SECRET_KEY === undefined && !hasKeyFile(DATA_DIR))
    throw new Error('Chưa có SECRET_KEY (hoặc tệp secret.key trong DATA_DIR). (SECRET_KEY is needed.)');
  const keys = openKeys(DATA_DIR, SECRET_KEY);
  let dataKeys = openDataKeys(keys, DATA_DIR, DATA_KEYS);
  const { db, close } = await open(env, () => dataKeys);
  try {
    if (!(await isMigrated(db)))
      throw new Error('Cơ sở dữ liệu chưa ở phiên bản này. Hãy chạy npm start một lần rồi thử lại.');
    await requireDataKeys(db, dataKeys, new Date());
    const next = nextStepOf(await listDataKeys(db), dataKeys.newest().id, {
      isShared: DATABASE_URL === undefined,
    });
    if (next.step === 'give') {
      console.log(newDataKey(next.id, DATA_KEYS));
      return;
    }
    if (next.step === 'make') {
      makeDataKey(DATA_DIR, next.id);
      dataKeys = openDataKeys(keys, DATA_DIR, DATA_KEYS);
      await addDataKey(db, dataKeys.newest(), new Date());
    }
    const detail = { from: next.id - 1, to: next.id, by };
    const kind = 'data-keys-changed';
    await insertSecurityEvent(db, { at: new Date(), kind: 'data-key-begun', detail });
    console.log(`Khóa mới: số ${next.id} (${placeOfKey(next.id, DATA_DIR)}). Đang mã hóa lại…`);
    await wait(spreadMs);
    const counts = await encryptWhole(db, dataKeys);
    if (counts === undefined) return;
    await insertSecurityEvent(db, { at: new Date(), kind, detail: { ...detail, count: counts } });
    console.log(rotatedWords(next.id, counts, (id) => placeOfKey(id, DATA_DIR)));
  } finally {
    await close();
  }
}

/** How many rows were written anew; undefined where it was stopped, or could not be finished. */
async function encryptWhole(db: Db, dataKeys: DataKeys): Promise<number | undefined> {
  const done = new Map<string, number>();
  let toldAt = performance.now();
  for (let turn = 0; turn < 100; turn++) {
    const isProven = await encryptAll({
      db,
      dataKeys,
      now: () => new Date(),
      isStopped: () => stopping.signal.aborted,
      onProgress({ table, done: rows }) {
        done.set(table, rows);
        if (performance.now() - toldAt < tellEveryMs) return;
        toldAt = performance.now();
        console.error(`… ${table}: ${rows} dòng`);
      },
    });
    const sum = [...done.values()].reduce((one, other) => one + other, 0);
    if (isProven) return sum;
    if (stopping.signal.aborted) {
      console.log(`Đã dừng sau ${sum} dòng. Chạy lại ${by} để làm tiếp; việc nền của cổng cũng làm tiếp.`);
      process.exitCode = 1;
      return undefined;
    }
    // Rows that officers held a moment ago.
    await wait(500);
  }
  throw new Error(
    'Còn dòng chưa mã hóa lại được: có giá trị không mở được bằng khóa nào đang có. Xem /can-bo/viec-nen và nhật ký của cổng. (Some values do not open.)',
  );
}

// Beside a running portal: its own embedded database. Otherwise the database is started and stopped here.
async function open(env: Environment, dataKeys: () => DataKeys) {
  const running = env.DATABASE_URL ? undefined : await findEmbedded(env.DATA_DIR);
  if (running === undefined) {
    const connection = await connect(env, (sentence) => console.error(sentence));
    connection.useKeys(dataKeys());
    return connection;
  }
  const db = openDatabase(running, 2, { patience: withoutLimit, dataKeys });
  return { db, close: () => db.destroy() };
}
