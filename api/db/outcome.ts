// What became of the writes of one request: without this nobody could say truthfully that nothing was written.
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * `unknown`: a write was sent and its answer never came, so it may or may not have been committed. `written`: something
 * was committed before the request failed.
 */
export type Outcome = { unknown: boolean; written: boolean };

const current = new AsyncLocalStorage<Outcome>();

/** Does work whose writes are noted in `outcome`. */
export const withOutcome = <T>(outcome: Outcome, work: () => T): T => current.run(outcome, work);

/** Does work whose writes say nothing about what was asked, such as counting how often somebody has asked. */
export const besideOutcome = <T>(work: () => T): T => current.exit(work);

const mostKept = 1_000;
const decisive = new Map<string, boolean>();

/** Whether a statement, sent outside a transaction, changes something by itself, or ends a transaction with its changes. */
function decides(text: string): boolean {
  const known = decisive.get(text);
  if (known !== undefined) return known;
  const isRead = /^\s*(?:select|with|show|values|table)\b/i.test(text);
  const result = !isRead || /\b(?:insert|update|delete|merge)\b/i.test(text);
  if (decisive.size < mostKept) decisive.set(text, result);
  return result;
}

// Refused by the database in words: rolled back. Not so when it was told to stop in the middle (57P0x).
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/is not queryable/.test(error.message)) return true;
  return 'severity' in error && 'code' in error && !/^(?:57P0|08)/.test(String(error.code));
}

type Status = 'I' | 'T' | 'E' | null;

/** Sends a statement and notes what became of it; `status` is the connection's before it. */
export async function noting<T>(text: string, status: Status, send: () => Promise<T>): Promise<T> {
  const outcome = current.getStore();
  const isCommit = /^commit\b/i.test(text);
  const isDecisive = isCommit || (status !== 'T' && status !== 'E' && !isBegin(text) && decides(text));
  if (!outcome || !isDecisive) return await send();
  try {
    const result = await send();
    outcome.written = true;
    return result;
  } catch (error) {
    if (!isRefused(error)) outcome.unknown = true;
    throw error;
  }
}

export const isBegin = (text: string): boolean => text === 'begin' || text.startsWith('start transaction');
