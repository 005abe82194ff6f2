// The whole check: the register, the ledger, then the security log, on one unchanging picture of the database.
import type { Db, Transaction } from '../db/open.ts';
import { countSecurityEvents, findSecurityFault, type SecurityFault } from '../staff/security-repository.ts';
import { findHead, listCheckpoints } from './repository.ts';
import type { NoteKey } from './signed-note.ts';
import { registerFindings } from './verify-register-service.ts';
import { countLedger, onSnapshot } from './verify-repository.ts';
import { treeFindings, type Mark } from './verify-tree-service.ts';

export type Verified =
  | {
      fits: true;
      cases: number;
      /** How many of them are from before steps sealed what they wrote: only their events and words are held. */
      beforeSeals: number;
      events: number;
      pending: number;
      checkpoints: number;
      size: number;
      root: string;
      securityEvents: number;
    }
  | { fits: false; finding: string };

type Wish = {
  /** The present public key: the newest checkpoint must be signed by it. */
  key?: NoteKey;
  /** Further checkpoints that must fit, such as one that somebody has kept elsewhere. */
  kept?: readonly Mark[];
  told?: (progress: { cases: number; leaves: number }) => void;
};

/** Recomputes everything; the first thing that does not fit is named in a Vietnamese sentence. */
export const verifyLedger = (db: Db, wish: Wish = {}): Promise<Verified> =>
  onSnapshot(db, (trx) => verifyWithin(trx, wish));

/** The same inside a transaction, which must see one unchanging picture. */
export async function verifyWithin(trx: Transaction, wish: Wish): Promise<Verified> {
  const { key, kept = [], told = () => {} } = wish;
  const progress = { cases: 0, leaves: 0 };
  const register = registerFindings(trx, (cases) => told(Object.assign(progress, { cases })));
  const first = await register.next();
  if (!first.done) return { fits: false, finding: first.value };
  const marks = [...(await storedMarks(trx, key)), ...kept];
  const tree = treeFindings(trx, marks, (leaves) => told(Object.assign(progress, { leaves })));
  const { done, value } = await tree.next();
  if (!done) return { fits: false, finding: value };
  const { beforeSeals, changed } = first.value;
  if (changed !== undefined) return { fits: false, finding: changed };
  const fault = await findSecurityFault(trx);
  if (fault) return { fits: false, finding: securityFinding(fault) };
  const { events, pending } = await countLedger(trx);
  const { size, root } = value;
  return {
    fits: true,
    cases: progress.cases,
    beforeSeals,
    events,
    pending,
    checkpoints: marks.length,
    size,
    root: root.toString('base64'),
    securityEvents: await countSecurityEvents(trx),
  };
}

const securityFinding = ({ id, fault }: SecurityFault) =>
  fault === 'missing' ? `Nhật ký an ninh: thiếu dòng ${id}.` : `Nhật ký an ninh: dòng ${id} đã bị sửa.`;

async function storedMarks(trx: Transaction, key: NoteKey | undefined): Promise<Mark[]> {
  const head = await findHead(trx);
  const days = await listCheckpoints(trx, undefined, 100_000);
  return [
    ...(head ? [{ name: 'Bản chốt mới nhất', note: head.note, mustBeSignedBy: key }] : []),
    ...days.map(({ onDay, note }) => ({ name: `Bản chốt ngày ${onDay}`, note })),
  ];
}
