// Asks for a letter that somebody wishes to have, in the caller's transaction.
import { seal } from '../crypto/keys.ts';
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { insertAskedLetter } from './asked-letter-repository.ts';
import type { AskedKind } from './tables.ts';

/** The same work whatever was typed: nothing is looked up here. `said` is kept sealed until the letter is written. */
export async function askForLetter(
  trx: Transaction,
  { keys, jobs, now }: Pick<Portal, 'keys' | 'jobs' | 'now'>,
  { kind, caseId, said }: { kind: AskedKind; caseId: string | null; said: string },
): Promise<void> {
  const sealed = seal(keys, `asked-letter/${kind}`, said);
  const letterId = await insertAskedLetter(trx, { kind, caseId, sealed, askedAt: now() });
  await jobs.enqueue(trx, 'asked-letter', { letterId }, { key: letterId });
}
