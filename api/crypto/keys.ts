// The portal's secret keys: one master key, a derived key per purpose.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export type Keys = { master: Buffer };

/**
 * The master key: from the environment, else from a file of mode 600 that is made on first use.
 * Losing it makes every look-up code useless, so it belongs into the backup.
 */
export function openKeys(dataDir: string, given?: string): Keys {
  if (given) return { master: Buffer.from(given, 'utf8') };
  const file = path.join(dataDir, 'secret.key');
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return { master: Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'utf8') };
}

/** Whether a file of the data folder holds a key already. */
export const hasKeyFile = (dataDir: string): boolean => fs.existsSync(path.join(dataDir, 'secret.key'));

/** By which a database knows its key again (32 bytes); nothing of the key can be told from it. */
export const fingerprintOf = (keys: Keys): Buffer =>
  keyedHash(keys, 'fingerprint', 'minh-bach/secret-key/v1');

const derive = ({ master }: Keys, purpose: string, salt = '') =>
  Buffer.from(hkdfSync('sha256', master, salt, `minh-bach/${purpose}`, 32));

const purposeKeys = new WeakMap<Keys, Map<string, KeyObject>>();

function purposeKey(keys: Keys, purpose: string): KeyObject {
  const known = purposeKeys.get(keys) ?? new Map<string, KeyObject>();
  purposeKeys.set(keys, known);
  const key = known.get(purpose) ?? createSecretKey(derive(keys, purpose));
  known.set(purpose, key);
  return key;
}

/** HMAC-SHA-256 (32 bytes) of a text under the key of one purpose. */
export function keyedHash(keys: Keys, purpose: string, text: string): Buffer {
  return createHmac('sha256', purposeKey(keys, purpose)).update(text).digest();
}

/** Encrypts a text (AES-256-GCM) so that only this portal, with the same purpose and salt, opens it. Base64url. */
export function seal(keys: Keys, purpose: string, text: string, salt = ''): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(keys, purpose, salt), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `seal` made; undefined when it was changed, cut, or sealed under another key, purpose or salt. */
export function unseal(keys: Keys, purpose: string, sealed: string, salt = ''): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', derive(keys, purpose, salt), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
