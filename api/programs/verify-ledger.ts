// `npm run ledger:verify`: recomputes the register, the ledger and the security log, and names the first thing that does
// not fit.
import fs from 'node:fs';
import path from 'node:path';
import { loadContent } from '../portal/gather.ts';
import { connect } from '../db/connect.ts';
import { findEmbedded } from '../db/embedded/attach.ts';
import { isMigrated } from '../db/migrate.ts';
import { withoutLimit } from '../db/connection.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { readEnvironment, type Environment } from '../portal/env.ts';
import { openDataKeys, type DataKeys } from '../crypto/data-keys.ts';
import { hasKeyFile, openKeys } from '../crypto/keys.ts';
import { openSigner } from '../crypto/signing.ts';
import { ledgerOrigin } from '../ledger/origin.ts';
import { verifyLedger, type Verified } from '../ledger/verify-service.ts';

const tellEveryMs = 2_000;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** `files`: checkpoints that somebody has kept elsewhere, to be held against the ledger. */
async function main(files: string[]): Promise<void> {
  const env = readEnvironment();
  const kept = files.map((file) => ({
    name: `Bản chốt trong ${file}`,
    note: fs.readFileSync(file, 'utf8'),
  }));
  const key = await presentKey(env);
  if (!key)
    console.error('Không có khóa ký ở đây: chữ ký được đối chiếu với các khóa ghi trong cơ sở dữ liệu.');
  const { db, close } = await open(env);
  try {
    if (!(await isMigrated(db)))
      throw new Error(
        'Cơ sở dữ liệu chưa ở phiên bản của phần mềm này. Hãy chạy npm start một lần rồi thử lại.',
      );
    report(await verifyLedger(db, { key, kept, told: teller() }));
  } finally {
    await close();
  }
}

function report(verified: Verified): void {
  if (!verified.fits) {
    console.log(`KHÔNG KHỚP: ${verified.finding}`);
    process.exitCode = 1;
    return;
  }
  const { cases, beforeSeals, events, pending, checkpoints, size, root, securityEvents } = verified;
  console.log(
    [
      'KHỚP: sổ đăng ký, nhật ký xử lý và nhật ký an ninh nguyên vẹn.',
      `  Hồ sơ: ${cases}   Bước: ${events}   Chờ vào nhật ký xử lý: ${pending}`,
      ...(beforeSeals > 0
        ? [`  Từ trước khi có cam kết từng cột: ${beforeSeals} hồ sơ (giữ được: các bước, lời văn, nội dung)`]
        : []),
      `  Nhật ký xử lý: ${size} mục   Bản chốt đã đối chiếu: ${checkpoints}`,
      `  Giá trị băm gốc: ${root}`,
      `  Nhật ký an ninh: ${securityEvents} dòng`,
    ].join('\n'),
  );
}

/** Only a key that is there already; none is made for a check. */
async function presentKey({ CONTENT_DIR, DATA_DIR, SIGNING_KEY }: Environment) {
  if (!SIGNING_KEY && !fs.existsSync(path.join(DATA_DIR, 'signing.key'))) return undefined;
  return openSigner(
    ledgerOrigin((await loadContent(CONTENT_DIR, new Date())).department),
    DATA_DIR,
    SIGNING_KEY,
  );
}

/** What opens encrypted columns, whose seals are of what they say. */
function presentDataKeys({ DATA_DIR, SECRET_KEY, DATA_KEYS }: Environment): DataKeys {
  if (SECRET_KEY === undefined && !hasKeyFile(DATA_DIR))
    throw new Error(
      'Chưa có SECRET_KEY (hoặc tệp secret.key trong DATA_DIR): các cột đã mã hóa không đối chiếu được. (SECRET_KEY is needed.)',
    );
  return openDataKeys(openKeys(DATA_DIR, SECRET_KEY), DATA_DIR, DATA_KEYS);
}

function teller() {
  let toldAt = performance.now();
  return ({ cases, leaves }: { cases: number; leaves: number }) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    console.error(leaves > 0 ? `… ${leaves} mục của nhật ký xử lý` : `… ${cases} hồ sơ`);
  };
}

// Beside a running portal: its own embedded database. Otherwise the database is started and stopped here.
async function open(env: Environment): Promise<{ db: Db; close(): Promise<void> }> {
  const running = env.DATABASE_URL ? undefined : await findEmbedded(env.DATA_DIR);
  const dataKeys = presentDataKeys(env);
  if (running === undefined) {
    const connection = await connect(env, (sentence) => console.error(sentence));
    connection.useKeys(dataKeys);
    return connection;
  }
  const db = openDatabase(running, 2, { patience: withoutLimit, dataKeys: () => dataKeys });
  return { db, close: () => db.destroy() };
}
