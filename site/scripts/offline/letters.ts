// What waits in this browser, opened: where each letter stands, what it says, what the department answered.
import type { Language } from '../../../api/languages/language.ts';
import { all, dropAll, isUsed, put, remove, seal, type Sealed, unseal } from './store.ts';

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
  /** The language in which it was refused. */
  refusedIn?: Language;
  /** It is in the register, and its codes are not told any more: the code was changed since, or the data erased. */
  isTaken?: boolean;
  receipt?: Receipt;
  /** Its codes have stood on the screen. */
  isShown?: boolean;
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

/** What adds a letter, and what takes the store away because it is empty, wait for each other, in all tabs. */
const alone = <Result>(deed: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('cho-phieu-cho', deed);

/** Written for good when it comes back: from then on the letter waits. */
export const enqueue = (values: Values, body: Record<string, unknown>, files: File[]): Promise<void> =>
  alone(() => addLetter(values, body, files));

async function addLetter(values: Values, body: Record<string, unknown>, files: File[]): Promise<void> {
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
  if (next.receipt || next.isTaken) await write({ ...next, values: {}, body: {}, files: [] }, []);
  else await write(next, sealed.files);
}

export async function fileOf(letter: OpenLetter, index: number): Promise<File> {
  const { name = '', type = '' } = letter.files[index] || {};
  const sealed = letter.sealed.files[index];
  if (!sealed) throw new Error('a file without its bytes');
  return new File([await unseal(sealed)], name, { type });
}

/**
 * Takes away letters that are in the register and whose codes have been shown; and the store, when nothing is left in it.
 * What was not sent stays, and what nobody has seen the codes of.
 */
export const dropFinished = (): Promise<{ unsent: number; unseen: number }> =>
  alone(async () => {
    const left = { unsent: 0, unseen: 0 };
    for (const letter of await letters()) {
      if (!letter.receipt && !letter.isTaken) left.unsent += 1;
      else if (letter.receipt && !letter.isShown) left.unseen += 1;
      else await drop(letter);
    }
    if (left.unsent + left.unseen === 0) await dropAll();
    return left;
  });

export const drop = ({ id }: { id: string }): Promise<unknown> => remove(id);

/** As the one who sends, of all tabs; where another one does it now, undefined, unless it is waited for. */
export const asSender = <Result>(
  deed: () => Promise<Result>,
  { waits = true } = {},
): Promise<Result | undefined> =>
  navigator.locks.request('gui-phieu-cho', { ifAvailable: !waits }, async (lock) =>
    lock ? await deed() : undefined,
  );

/** Drops what was never sent. What another tab has sent meanwhile stays: its codes would be lost. */
export const dropUnsent = ({ id }: { id: string }): Promise<unknown> =>
  asSender(
    async () => {
      const letter = (await letters()).find((one) => one.id === id);
      if (letter && !letter.isUnsure && !letter.receipt) await remove(id);
    },
    { waits: false },
  );
