// The portal's signing key (Ed25519): from the environment, else a file of mode 600 that is made at the first start.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Signs with the one private key of the portal; `publicKey` is its 32 raw bytes. */
export type Signer = { name: string; publicKey: Buffer; sign(message: Uint8Array): Buffer };

const wrongKey =
  'SIGNING_KEY chưa đúng: cần khóa riêng Ed25519 dạng PKCS#8, viết bằng PEM hoặc base64. ' +
  'Tạo bằng: openssl genpkey -algorithm ed25519 (an Ed25519 private key in PKCS#8 is needed).';

/**
 * Opens the key. `name` goes with it into signatures (C2SP signed-note: no spaces, no plus sign).
 * Losing the key makes no earlier signature wrong, but new ones are by another key: it belongs into the backup.
 */
export function openSigner(name: string, dataDir: string, given?: string): Signer {
  const key = readKey(given ?? keyFile(dataDir));
  // The last 32 bytes of the DER form are the key itself (RFC 8410 §4).
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, publicKey, sign: (message) => sign(null, message, key) };
}

function readKey(text: string): KeyObject {
  try {
    const key = text.includes('-----BEGIN')
      ? createPrivateKey(text.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Whatever was wrong with it: the sentence says what is needed, and nothing of the key.
  }
  throw new Error(wrongKey);
}

function keyFile(dataDir: string): string {
  const file = path.join(dataDir, 'signing.key');
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
    fs.writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return fs.readFileSync(file, 'utf8');
}
