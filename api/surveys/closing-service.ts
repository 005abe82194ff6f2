// Closing a round: everything mixed once more, texts covered, tokens forgotten, results reckoned; in one transaction.
import { localDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { rowOf, shuffled, waitingAnswers } from './mixing-service.ts';
import { isOpenQuestion, paperStateOf } from './paper.ts';
import { emptyPapers, listPapers } from './paper-repository.ts';
import {
  findRound,
  forgetTokens,
  insertAnswers,
  listRounds,
  lockRound,
  shuffleAnswers,
  updateRound,
} from './repository.ts';
import { keepResults } from './results-service.ts';
import { stateOf } from './round.ts';

/** Job: closes every round whose last day, also for paper, is over. May be done twice. */
export async function closeEndedRounds(portal: Portal): Promise<void> {
  const today = localDate(portal.now());
  for (const { id, papersUntil, closedOn } of await listRounds(portal.db))
    if (closedOn === null && papersUntil < today) await closeRound(portal, id, { byHand: false });
}

/**
 * Closes a round that is open or collects paper; closed already, it does nothing. By hand it is refused while a paper form waits
 * for its second typing or two typings differ; by date the first typing counts.
 */
export async function closeRound(portal: Portal, id: string, { byHand }: { byHand: boolean }): Promise<void> {
  const today = localDate(portal.now());
  await portal.db.transaction().execute(async (trx) => {
    const locked = await lockRound(trx, id, 'update');
    const round = await findRound(trx, id);
    if (!locked || !round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
    if (locked.closedOn !== null) return;
    if (stateOf(locked, today) === 'planned')
      throw new Problem('round-not-open', 'Đợt này chưa mở nên chưa chốt được.');
    const papers = await listPapers(trx, id);
    const unsettled = papers.filter((paper) => isOpenQuestion(paperStateOf(round.survey, paper)));
    if (byHand && unsettled.length > 0)
      throw new Problem(
        'round-not-open',
        `Còn phiếu giấy chờ nhập lại hoặc chưa thống nhất: ${unsettled.map(({ scanNumber }) => scanNumber).join(', ')}. Hãy xử lý xong rồi chốt.`,
      );
    const typed = papers.flatMap(({ answers }) =>
      answers ? [rowOf(portal, round, { channel: 'paper', answers })] : [],
    );
    await insertAnswers(trx, shuffled([...(await waitingAnswers(trx, portal, round)), ...typed]));
    await shuffleAnswers(trx, id);
    await emptyPapers(trx, id);
    await forgetTokens(trx, id);
    await updateRound(trx, id, { closedOn: today });
    await keepResults(trx, portal, id);
  });
}
