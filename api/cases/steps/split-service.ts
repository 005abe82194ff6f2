// A letter with more than one matter: the part that stands alone becomes a linked case of the same sender.
import { randomUUID } from 'node:crypto';
import { currentCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import { Problem } from '../../problems/problem.ts';
import { pauseLength } from '../dates/due.ts';
import type { Effect, Scene } from './effects/effect.ts';
import type { Posted } from './table.ts';
import { enterCase } from '../intake/entry-service.ts';
import { actorOf } from '../../staff/mandates.ts';
import { sealedSubjects } from '../seals/seal.ts';
import { findSenderWhole, listSubjects, replaceSubjects } from './rows-repository.ts';

/** Opens the new case with its own number, look-up code and clock from the first receipt; the old one stays open. */
export async function splitCase(
  { portal, trx, viewer, row }: Scene,
  input: Posted<'split'>,
): Promise<Effect> {
  const sender = await findSenderWhole(trx, row.id);
  if (!sender) throw new Problem('wrong-status', 'Dữ liệu người gửi đã xóa, không tách được hồ sơ.');
  const said = {
    ...sender.said,
    contentCode: input.contentCode,
    body: input.body,
    procedure: row.procedureSlug ?? undefined,
  };
  const actor = actorOf(viewer);
  // Whom the letter complains of does not see its parts either; a part of a locked letter is looked at anew.
  const subjects = await listSubjects(trx, row.id);
  const { id, ...receipt } = await enterCase(trx, portal, said, {
    source: row.source,
    language: sender.language,
    actor,
    idempotencyKey: randomUUID(),
    splitFrom: row.id,
    clockFrom: row.clockStartedOn,
    pausedDays: pausedUntil(portal, row),
    fixedDueOn: row.dueBasis.fixedOn,
    restricted: subjects.length > 0 || (row.restricted && !row.locked),
    sealed: [sealedSubjects(subjects)],
  });
  await replaceSubjects(trx, id, subjects);
  return { data: { into: receipt.number }, split: receipt };
}

/** The working days for which the letter has waited for its sender, until today: its parts have waited with it. */
function pausedUntil(portal: Scene['portal'], { dueBasis, pausedOn }: Scene['row']): number {
  const today = localDate(portal.now());
  const waiting = pausedOn === null ? 0 : pauseLength(currentCalendar(portal), pausedOn, today);
  return (dueBasis.pausedDays ?? 0) + waiting;
}
