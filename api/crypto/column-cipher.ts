// Encrypts a value for its column and row (AES-256-GCM) and opens it there; both forms of a column are read, the plain one
// being of before. Values on their way to and from the database are found by marks that only this process knows.
import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';
import type { DataKeys } from './data-keys.ts';
import { startOf, type EncryptedColumn } from './encrypted-columns.ts';

const nonceBytes = 12;
const tagBytes = 16;
const form = /^mb1\.(\d{1,6})\.([\w-]{38,})$/;
/** What stands in place of a value whose key is gone, or that was put into another row. */
export const unopened = '[không mở được]';

// How long a value is tells who it is: names and telephones all look alike, longer texts are told apart by steps only.
const stepOf = (bytes: number) => (bytes <= 64 ? 64 : bytes <= 1_024 ? 256 : 1_024);
function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(Math.ceil(length / stepOf(length)) * stepOf(length));
  bytes.write(text);
  return bytes;
}

// Drawn many at a time: one by one they would cost as much as the encrypting.
const nonces = Buffer.alloc(nonceBytes * 256);
let nextNonce = nonces.length;
function newNonce(): Buffer {
  if (nextNonce >= nonces.length) {
    randomFillSync(nonces);
    nextNonce = 0;
  }
  nextNonce += nonceBytes;
  return Buffer.from(nonces.subarray(nextNonce - nonceBytes, nextNonce));
}

const boundTo = (column: EncryptedColumn, row: string) => Buffer.from(`${column}\n${row}`, 'utf8');

/** `mb1.<key>.<nonce, tag and text in base64url>`; the text, without NUL, padded so that its length tells little. */
export function encryptValue(keys: DataKeys, column: EncryptedColumn, row: string, text: string): string {
  const { id, key } = keys.newest();
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(column, row));
  const body = cipher.update(padded(text));
  cipher.final();
  return startOf(id) + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** A plain value as it is; undefined for one that does not open: another key, column or row, or changed. */
export function decryptValue(
  keys: DataKeys,
  column: EncryptedColumn,
  row: string,
  value: string,
): string | undefined {
  const [, id, body] = form.exec(value) ?? [];
  if (body === undefined) return value;
  const found = keys.find(Number(id));
  if (!found) return undefined;
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(boundTo(column, row));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    decipher.final();
    const end = text.indexOf(0);
    return text.toString('utf8', 0, end < 0 ? text.length : end);
  } catch {
    return undefined;
  }
}

/** A value on its way into the database. */
export type ToEncrypt = { column: EncryptedColumn; row: string; text: string; toPostgres(): never };

/** Stands for a value where a statement is given its values; the connection encrypts it. */
export const toEncrypt = (column: EncryptedColumn, row: string, text: string): ToEncrypt => ({
  column,
  row,
  text,
  toPostgres() {
    throw new Error(`${column}: this connection has no keys to encrypt with`);
  },
});

const isToEncrypt = (value: unknown): value is ToEncrypt =>
  typeof value === 'object' && value !== null && 'toPostgres' in value && 'column' in value && 'row' in value;

/** The values of a statement as they are sent. */
export function sentValues(keys: DataKeys, values: unknown[]): unknown[] {
  const sent = (value: unknown): unknown =>
    isToEncrypt(value) ? encryptValue(keys, value.column, value.row, value.text) : value;
  return values.map((value) => (Array.isArray(value) ? value.map(sent) : sent(value)));
}

/** Nobody outside this process can write it, so that no text of theirs is taken for one to open. */
export const mark = `${randomBytes(18).toString('base64url')}|`;

/** How an opened value is wanted: whole, its first letters, read as JSON, or null where it does not open. */
export type Wanted = { first?: number; json?: true; orNull?: true };
export const wishOf = ({ first, json, orNull }: Wanted): string =>
  first !== undefined ? String(first) : json ? 'json' : orNull ? 'null' : '';

type Reader = {
  keys: DataKeys;
  /** Told of a value that does not open. */
  onUnopened: (place: { column: string; row: string }) => void;
};

/** Opens, in place, every marked value of rows that a statement has answered with, also inside JSON and arrays. */
export function openRows(reader: Reader, rows: unknown[]): void {
  for (const row of rows) openWithin(reader, row);
}

function openWithin(reader: Reader, value: unknown): void {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value) || value instanceof Date) return;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (typeof field !== 'string') openWithin(reader, field);
    else if (field.startsWith(mark)) fields[name] = openMarked(reader, field.slice(mark.length));
  }
}

// column|wish|row|value
function openMarked({ keys, onUnopened }: Reader, marked: string): unknown {
  const [column = '', wish = '', row = ''] = marked.split('|', 3);
  const value = marked.slice(column.length + wish.length + row.length + 3);
  const text = decryptValue(keys, column as EncryptedColumn, row, value);
  if (text === undefined) {
    onUnopened({ column, row });
    return wish === '' || /^\d/.test(wish) ? unopened : null;
  }
  if (wish === 'json') return JSON.parse(text) as unknown;
  return /^\d/.test(wish) ? firstOf(text, Number(wish)) : text;
}

// Letters as the database counts them: code points.
const firstOf = (text: string, most: number): string =>
  text.length <= most ? text : [...text.slice(0, most * 2)].slice(0, most).join('');
