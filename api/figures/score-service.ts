// Whether the score of a case may stand beside its public answer.
import type { Portal } from '../portal/portal.ts';
import { findRatedRound } from './fact-repository.ts';
import { mayTellScore } from './statistics.ts';
import { listGroups, listMonths } from './summary-repository.ts';

/** False until the figures have followed the rating, and while a figure that it is a part of is held back. */
export async function isScoreTold({ db }: Pick<Portal, 'db'>, caseId: string): Promise<boolean> {
  const round = await findRatedRound(db, caseId);
  if (!round || round.endedOn === null) return false;
  const year = round.endedOn.slice(0, 4);
  const period = { from: `${year}-01`, to: `${year}-12` };
  const [months, groups] = await Promise.all([listMonths(db, period), listGroups(db, period)]);
  return mayTellScore({ ...round, endedOn: round.endedOn }, months, groups);
}
