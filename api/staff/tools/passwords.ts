// Passwords: argon2id hashes as PHC strings, and random ones that can be read aloud and typed.
import { argon2, randomBytes, randomInt, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// OWASP Password Storage Cheat Sheet: argon2id, m = 19 MiB, t = 2, p = 1.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
// The same letters typed on another keyboard may come composed or decomposed: NFC before hashing.
const message = (password: string) => Buffer.from(password.normalize('NFC'), 'utf8');
const tag = (parameters: Argon2Parameters) => derive('argon2id', parameters);

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` of a password, with a new salt of 16 bytes. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await tag({ ...cost, message: message(password), nonce, tagLength: 32 });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(hash)}`;
}

/** Whether a password gives the stored hash; compared in constant time. A string of another form is never right. */
export async function verifyPassword(given: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = phc.exec(given.hash) ?? [];
  if (!salt || !expected) return false;
  const stored = Buffer.from(expected, 'base64');
  const hash = await tag({
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: message(given.password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: stored.length,
  });
  return timingSafeEqual(hash, stored);
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Random groups of five characters without look-alikes, 24.7 bits a group; four groups are 99 bits. */
export function randomPassword(groups = 4): string {
  const character = () => alphabet[randomInt(alphabet.length)];
  return Array.from({ length: groups }, () => Array.from({ length: 5 }, character).join('')).join('-');
}
