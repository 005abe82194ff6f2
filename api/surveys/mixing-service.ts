// Waiting answers become answers: many at once, in an order of chance, so that no moment joins one to a token.
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../db/open.ts';
import { unseal } from '../crypto/keys.ts';
import type { Portal } from '../portal/portal.ts';
import { Answers, measuresOf } from './answers.ts';
import {
  findRound,
  insertAnswers,
  listPendingCounts,
  lockRound,
  takePending,
  type RoundWithSurvey,
} from './repository.ts';
import type { Channel } from './round.ts';
import type { NewAnswers } from './tables.ts';
import { maskedAnswers } from './text-masking.ts';

/** Fewer than this never move together, but at the closing, when the tokens go. */
export const smallestBatch = 10;

const Pending = z.object({ answers: Answers });

/** Job: mixes what waits, round by round. May be done twice. */
export async function mixAnswers(portal: Portal): Promise<void> {
  for (const { roundId, count } of await listPendingCounts(portal.db)) {
    if (count < smallestBatch) continue;
    await portal.db.transaction().execute(async (trx) => {
      await lockRound(trx, roundId, 'share');
      const round = await findRound(trx, roundId);
      if (round) await insertAnswers(trx, shuffled(await waitingAnswers(trx, portal, round)));
    });
  }
}

/** Takes out what waits, opened and reckoned, with its free texts covered. */
export async function waitingAnswers(
  trx: Transaction,
  portal: Portal,
  round: RoundWithSurvey,
): Promise<NewAnswers[]> {
  const pending = await takePending(trx, round.id);
  return pending.map(({ channel, sealed }) => {
    const text = unseal(portal.keys, 'survey-pending', sealed, round.id);
    if (text === undefined) throw new Error('a waiting answer cannot be opened: the master key has changed');
    return rowOf(portal, round, { channel, ...Pending.parse(JSON.parse(text)) });
  });
}

export function rowOf(
  { content }: Pick<Portal, 'content'>,
  { id, survey }: RoundWithSurvey,
  { channel, answers }: { channel: Channel; answers: Answers },
): NewAnswers {
  const measures = measuresOf(survey, answers);
  return {
    roundId: id,
    channel,
    answers: JSON.stringify(maskedAnswers(survey, answers)),
    field: measures.procedure === null ? null : (content.procedures.get(measures.procedure)?.field ?? null),
    ...measures,
  };
}

/** Fisher and Yates, by the operating system's chance. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
