// Whether the secret key of this process is the one under which its database was written.
import { findFingerprint, findNamedCase, hasCases, putFingerprint } from '../db/fingerprint.ts';
import type { Db } from '../db/open.ts';
import type { Environment } from '../portal/env.ts';
import { fingerprintOf, hasKeyFile, keyedHash, openKeys, type Keys } from '../crypto/keys.ts';

type Settings = Pick<Environment, 'SECRET_KEY' | 'DATABASE_URL' | 'DATA_DIR'>;

const otherKey =
  'Khóa bí mật không phải khóa mà cơ sở dữ liệu này đã dùng: dùng tiếp thì mọi mã tra cứu đã cấp thành sai. ' +
  'Hãy đặt SECRET_KEY (hoặc tệp secret.key trong DATA_DIR) đúng như lần chạy trước. (This is not the secret key of this database.)';
const noKey =
  'Có DATABASE_URL thì phải đặt SECRET_KEY, ít nhất 32 ký tự, giống nhau ở mọi tiến trình dùng chung cơ sở dữ liệu, ' +
  'và cất cùng bản sao lưu. Tạo một khóa: openssl rand -base64 48. (SECRET_KEY is needed with DATABASE_URL.)';

/** Opens the key, before anything is migrated. Throws a sentence where it is missing or another one than before. */
export async function openKeysOf(db: Db, { SECRET_KEY, DATABASE_URL, DATA_DIR }: Settings): Promise<Keys> {
  const kept = await findFingerprint(db);
  const isNew = SECRET_KEY === undefined && !hasKeyFile(DATA_DIR);
  // A key made here and now would be known to this folder alone.
  if (isNew && DATABASE_URL !== undefined) throw new Error(noKey);
  if (isNew && (kept !== undefined || (await hasCases(db)))) throw new Error(otherKey);
  const keys = openKeys(DATA_DIR, SECRET_KEY);
  if (kept !== undefined && !kept.equals(fingerprintOf(keys))) throw new Error(otherKey);
  return keys;
}

/**
 * Writes the fingerprint down at the first start. A database that has cases but no fingerprint yet is taken over only
 * with the key that gave its cases their names in the open file.
 */
export async function keepFingerprint(
  db: Db,
  { SECRET_KEY, DATABASE_URL }: Settings,
  keys: Keys,
): Promise<void> {
  if ((await findFingerprint(db)) === undefined) {
    if (DATABASE_URL !== undefined && SECRET_KEY === undefined && !(await hasCases(db)))
      throw new Error(noKey);
    const named = await findNamedCase(db);
    if (named && !namesOf(keys, named).includes(named.publicId)) throw new Error(otherKey);
    await putFingerprint(db, fingerprintOf(keys));
  }
  if (!(await findFingerprint(db))?.equals(fingerprintOf(keys))) throw new Error(otherKey);
}

/** A case's names in the open file, as this release makes them and as earlier ones did. */
const namesOf = (keys: Keys, { caseId, round }: { caseId: string; round: number }): string[] =>
  [`${caseId} ${round}`, caseId].map((text) =>
    keyedHash(keys, 'open-file', text).toString('base64url').slice(0, 16),
  );
