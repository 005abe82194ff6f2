// What is written for many cases, and what each was before: sealed for the one deed, so that no row opens in another's.
import { z } from 'zod';
import { seal, unseal, type Keys } from '../../crypto/keys.ts';
import { Viewer } from '../../staff/roles.ts';
import { PlanBatch } from '../acts.ts';

const purpose = 'batch';

export const sealFor = (keys: Keys, batchId: string, what: unknown): string =>
  seal(keys, purpose, JSON.stringify(what), batchId);

/** Undefined where it is gone, was changed, or was sealed for another deed. */
export function unsealFor(keys: Keys, batchId: string, sealed: string | null): unknown {
  const opened = sealed === null ? undefined : unseal(keys, purpose, sealed, batchId);
  return opened === undefined ? undefined : JSON.parse(opened);
}

/** What is written for all of them, and who does it. */
export const Sealed = z.object({ said: PlanBatch, viewer: Viewer });
