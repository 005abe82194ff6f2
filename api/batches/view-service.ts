// A deed on many cases as its officer sees it: what was chosen, what is foreseen, how far it is, what became of each.
import type { z } from 'zod';
import { linesOf } from '../desk/list-service.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { requireOwn } from './own.ts';
import { findBatch, listItems } from './repository.ts';
import { undoUntil } from './run-service.ts';
import type { BatchView } from './schema.ts';
import { unsealFor } from './tools/sealing.ts';

/** Theirs alone; for everybody else there is none. */
export async function viewBatch(
  portal: Portal,
  viewer: Viewer,
  id: string,
): Promise<z.infer<typeof BatchView>> {
  const batch = requireOwn(await findBatch(portal.db, id), viewer);
  const items = await listItems(portal.db, batch.id);
  const lines = await linesOf(
    portal,
    viewer,
    items.map(({ caseId }) => caseId),
  );
  const kept = unsealFor(portal.keys, batch.id, batch.sealed) as { said?: object } | undefined;
  const until = batch.state === 'done' ? undoUntil(batch) : null;
  const left = until ? until.getTime() - portal.now().getTime() : -1;
  return {
    id: batch.id,
    act: batch.act,
    role: batch.role,
    state: batch.state,
    plan: batch.plan,
    isCut: batch.isCut,
    said: batch.state === 'planned' ? typed(kept?.said) : {},
    items: items.map(({ caseId, number, state, foreseen, outcome, proposed, undoable }) => ({
      number,
      line: lines.get(caseId) ?? null,
      state,
      foreseen: foreseen && {
        refused: foreseen.refused,
        to: foreseen.to,
        proposed: foreseen.proposed,
        letters: foreseen.letters,
        undoable: foreseen.undoable,
      },
      outcome,
      proposed: proposed ?? false,
      undoable: undoable ?? false,
    })),
    undoUntil: until?.toISOString() ?? null,
    secondsLeft: left >= 0 ? Math.floor(left / 1_000) : null,
  };
}

/** What was written, as its form takes it up again. */
const typed = (said: object = {}): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(said).filter(
      (field): field is [string, string | string[]] =>
        typeof field[1] === 'string' || Array.isArray(field[1]),
    ),
  );
