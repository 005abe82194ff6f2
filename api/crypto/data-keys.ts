// The keys under which columns lie encrypted: number 1 comes from the secret key, later ones are made by rotating, each in a
// file of its own beside the database, or given by the environment.
import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Keys } from './keys.ts';

/** `fingerprint`: by which a database knows the key again (32 bytes); nothing of the key can be told from it. */
export type DataKey = { id: number; key: KeyObject; fingerprint: Buffer };
export type DataKeys = {
  /** The key that is written with. */
  newest(): DataKey;
  /** Any key that is still there, to read with. */
  find(id: number): DataKey | undefined;
};

const keyBytes = 32;
// Processes that share the folder write with a new key at most so long after it was made.
const lookEveryMs = 1_000;

const keyOf = (id: number, bytes: Buffer): DataKey => ({
  id,
  key: createSecretKey(bytes),
  fingerprint: createHmac('sha256', bytes).update('minh-bach/data-key/v1').digest(),
});

const fileOf = (dataDir: string, id: number) => path.join(dataDir, 'keys', `data-${id}.key`);

/**
 * `given`: `2:base64url,3:base64url`, for processes that share no folder. Throws a sentence for a key that is none. A file
 * that appears later is found without a new start.
 */
export function openDataKeys({ master }: Keys, dataDir: string, given?: string): DataKeys {
  const first = keyOf(1, Buffer.from(hkdfSync('sha256', master, '', 'minh-bach/data-key/1', keyBytes)));
  const fixed = [first, ...readGiven(given)];
  let known = new Map<number, DataKey>();
  let lookedAtMs = -Infinity;
  function look(): void {
    lookedAtMs = performance.now();
    const missing = idsOf(dataDir).filter((id) => !known.has(id));
    if (known.size > 0 && missing.length === 0) return;
    const files = missing.map((id) => keyOf(id, readKey(fs.readFileSync(fileOf(dataDir, id), 'utf8'), id)));
    known = new Map([...known.values(), ...files, ...fixed].map((key) => [key.id, key]));
  }
  return {
    newest() {
      if (performance.now() - lookedAtMs > lookEveryMs) look();
      return known.get(Math.max(...known.keys())) ?? first;
    },
    find(id) {
      if (!known.has(id)) look();
      return known.get(id);
    },
  };
}

/** Makes the key of a number, in a file of mode 600; where one is there already it stays. */
export function makeDataKey(dataDir: string, id: number): void {
  fs.mkdirSync(path.join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  try {
    fs.writeFileSync(fileOf(dataDir, id), `${randomBytes(keyBytes).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Where the key of a number lies, for people at the keyboard. */
export const placeOfKey = (id: number, dataDir: string): string =>
  id === 1 ? 'SECRET_KEY' : fs.existsSync(fileOf(dataDir, id)) ? fileOf(dataDir, id) : `DATA_KEYS (${id}:…)`;

function idsOf(dataDir: string): number[] {
  try {
    return fs
      .readdirSync(path.join(dataDir, 'keys'))
      .flatMap((name) => Number(/^data-([1-9]\d{0,5})\.key$/.exec(name)?.[1] ?? []));
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return [];
    throw error;
  }
}

function readGiven(given = ''): DataKey[] {
  return given
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, id = '', text = ''] = /^([1-9]\d{0,5}):(.*)$/.exec(part) ?? [];
      return keyOf(Number(id), readKey(text, Number(id)));
    });
}

function readKey(text: string, id: number): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (id > 1 && bytes.length === keyBytes) return bytes;
  throw new Error(
    `Khóa dữ liệu số ${id} chưa đúng: cần 32 byte viết bằng base64url, số từ 2 trở lên, dạng DATA_KEYS=2:…, hoặc tệp keys/data-2.key trong DATA_DIR. (A data key is malformed.)`,
  );
}
