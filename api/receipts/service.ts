// Signing receipts for who can open the case, and verifying one for anybody.
import type { CaseKey } from '../cases/case-key.ts';
import { findProvenCase } from '../cases/sender/lookup-service.ts';
import type { Portal } from '../portal/portal.ts';
import { listSigningKeys } from '../ledger/repository.ts';
import { isSignedBy, noteKeyId } from '../ledger/signed-note.ts';
import { readReceipt, receiptText, signedBytes } from './receipt.ts';
import { findFirstEvent } from './repository.ts';
import type { SignedReceiptView, VerifiedReceipt } from './schema.ts';

/** The receipt of one's own case; signed anew at each call, and the same text each time. */
export async function caseReceipt(portal: Portal, key: CaseKey): Promise<SignedReceiptView> {
  return await receiptOf(portal, await findProvenCase(portal, key));
}

/** The receipt of a case, for who has been proven to be its sender. */
export async function receiptOf(
  portal: Portal,
  { id, number }: { id: string; number: string },
): Promise<SignedReceiptView> {
  const { at, dueAfter, commitment } = await findFirstEvent(portal.db, id);
  if (!commitment || !dueAfter) throw new Error('a first event without commitment or due date');
  const receipt = {
    number,
    receivedAt: at.toISOString(),
    commitment: commitment.toString('base64url'),
    dueOn: dueAfter,
    keyId: noteKeyId(portal.signer).toString('hex'),
  };
  const signature = portal.signer.sign(signedBytes(receipt)).toString('base64url');
  return { ...receipt, signature, text: receiptText({ ...receipt, signature }) };
}

/** Whether a text is a receipt that this portal has signed. The register is not asked: the signature says it. */
export async function verifyReceipt({ db }: Portal, text: string): Promise<VerifiedReceipt> {
  const read = readReceipt(text);
  if (!read) return { verdict: 'unreadable', receipt: null };
  const { signature, ...receipt } = read;
  const key = (await listSigningKeys(db)).find(({ keyId }) => keyId === receipt.keyId);
  if (!key) return { verdict: 'unknown-key', receipt: null };
  if (!isSignedBy(key.publicKey, signedBytes(receipt), Buffer.from(signature, 'base64url')))
    return { verdict: 'altered', receipt: null };
  return { verdict: 'genuine', receipt };
}
