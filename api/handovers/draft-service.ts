// The drafts of who hands over: each is sealed anew for who takes over and waits there as theirs to take up. A draft of a case
// goes to nobody who may not open the case, one of any other page to nobody in another role; what may go to nobody stays.
import { newRowId } from '../crypto/row-id.ts';
import type { Transaction } from '../db/open.ts';
import { dayMs } from '../dates/lengths.ts';
import { draftDays } from '../officer-drafts/draft.ts';
import {
  deleteDraft,
  holdDrafts,
  insertOwnDraft,
  listDraftsToHandOver,
} from '../officer-drafts/repository.ts';
import { sealOwnDraft, unsealOwnDraft } from '../officer-drafts/tools/sealing.ts';
import type { Portal } from '../portal/portal.ts';
import type { Role } from '../staff/roles.ts';
import { insertHandoverDraft, mayOpen } from './repository.ts';

type Person = { id: string; name: string; role: Role; unit: string };
type Draft = Awaited<ReturnType<typeof listDraftsToHandOver>>[number];

/** Before any case is locked: whoever keeps a draft holds these, and whoever takes a step holds its case, before a row. */
export async function holdAllDrafts(trx: Transaction, people: readonly { id: string }[]): Promise<void> {
  // In one order, so that two hand-overs never wait for each other.
  for (const id of people.map((one) => one.id).toSorted()) await holdDrafts(trx, id);
}

/** Called once the cases are given. `given`: who has each of them now. */
export async function giveDrafts(
  trx: Transaction,
  portal: Pick<Portal, 'keys' | 'now'>,
  {
    handoverId,
    from,
    receivers,
    given,
  }: { handoverId: string; from: Person; receivers: Person[]; given: Map<string, Person> },
): Promise<void> {
  for (const draft of await listDraftsToHandOver(trx, from.id)) {
    const ofCase = draft.caseId === null ? undefined : given.get(draft.caseId);
    const to = await firstOf(ofCase ? [ofCase, ...receivers] : receivers, (one) =>
      draft.caseId === null ? one.role === from.role : mayOpen(trx, { ...one, email: '' }, draft.caseId),
    );
    const opened = to && unsealOwnDraft(portal.keys, draft, draft.sealed);
    const isGoing = to !== undefined && opened !== undefined;
    const draftId = isGoing ? await sealAnew(trx, portal, draft, to, opened) : draft.id;
    await insertHandoverDraft(trx, {
      handoverId,
      draftId,
      caseId: draft.caseId,
      toId: isGoing ? to.id : null,
    });
  }
}

async function sealAnew(
  trx: Transaction,
  { keys, now }: Pick<Portal, 'keys' | 'now'>,
  { id, page, form, caseId, round, revision, savedAt, writtenBy, staffId }: Draft,
  to: Person,
  words: NonNullable<ReturnType<typeof unsealOwnDraft>>,
): Promise<string> {
  const owner = { id: newRowId(), staffId: to.id };
  const at = now();
  await deleteDraft(trx, id);
  await insertOwnDraft(trx, {
    ...owner,
    ...{ page, form, caseId, round, revision, savedAt },
    sealed: sealOwnDraft(keys, owner, words),
    writtenBy: writtenBy ?? staffId,
    // It waits beside what the receiver may be writing there themselves.
    droppedAt: at,
    expiresAt: new Date(at.getTime() + draftDays * dayMs),
  });
  return owner.id;
}

async function firstOf<One>(all: One[], holds: (one: One) => boolean | Promise<boolean>) {
  for (const one of all) if (await holds(one)) return one;
  return undefined;
}
