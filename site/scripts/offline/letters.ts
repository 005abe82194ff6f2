// What waits in this browser, opened: where each letter stands, what it says, what the department answered.
import { all, isUsed, put, remove, seal, type Sealed, unseal } from './store.ts';

export type Values = Record<string, string>;
export type Receipt = { number: string; secret: string; receivedAt: string; dueOn: string };
type Letter = {
  id: string;
  /** Makes it one letter however often it is sent (Idempotency-Key). */
  key: string;
  writtenAt: number;
  values: Values;
  /** As the API takes it, without its files. */
  body: Record<string, unknown>;
  files: { name: string; type: string; token?: string }[];
  /** Sent at least once without an answer: whether it is in the register is not known. */
  isUnsure?: boolean;
  refused?: string[];
  receipt?: Receipt;
};
export type OpenLetter = Letter & { sealed: Sealed };

const encoder = new TextEncoder();
const random = () =>
  [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export async function letters(): Promise<OpenLetter[]> {
  if (!isUsed()) return [];
  const opened = [];
  for (const sealed of await all()) {
    const letter = JSON.parse(new TextDecoder().decode(await unseal(sealed))) as Letter;
    opened.push({ ...letter, sealed });
  }
  return opened.sort((one, other) => one.writtenAt - other.writtenAt);
}

/** Written for good when it comes back: from then on the letter waits. */
export async function enqueue(values: Values, body: Record<string, unknown>, files: File[]): Promise<void> {
  const id = random();
  const sealedFiles = [];
  for (const file of files) sealedFiles.push(await seal(await new Response(file).arrayBuffer()));
  const names = files.map(({ name, type }) => ({ name, type }));
  await write({ id, key: random(), writtenAt: Date.now(), values, body, files: names }, sealedFiles);
}

async function write(letter: Letter, files: Sealed['files']): Promise<void> {
  const { iv, bytes } = await seal(encoder.encode(JSON.stringify(letter)));
  await put({ id: letter.id, iv, bytes, files });
}

/** Notes what has become of it. With a receipt, what was written goes: it is in the register. */
export async function note({ sealed, ...letter }: OpenLetter, news: Partial<Letter>): Promise<void> {
  const next = { ...letter, ...news };
  if (next.receipt) await write({ ...next, values: {}, body: {}, files: [] }, []);
  else await write(next, sealed.files);
}

export async function fileOf(letter: OpenLetter, index: number): Promise<File> {
  const { name = '', type = '' } = letter.files[index] || {};
  const sealed = letter.sealed.files[index];
  if (!sealed) throw new Error('a file without its bytes');
  return new File([await unseal(sealed)], name, { type });
}

export const drop = ({ id }: { id: string }): Promise<unknown> => remove(id);
