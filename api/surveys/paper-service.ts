// Paper forms typed in by staff: once per scan number, and once more by another person where that is asked for.
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { readAnswers, standingOf, type Answers } from './answers.ts';
import { levelLabels } from './labels.ts';
import { differencesOf, paperStateOf, type PaperState } from './paper.ts';
import {
  insertPaper,
  listPapers,
  lockPaper,
  saveCheck,
  saveSettled,
  type Paper,
} from './paper-repository.ts';
import { findRound, lockRound, type RoundWithSurvey } from './repository.ts';
import { optionLabel } from './results.ts';
import { stateOf } from './round.ts';
import type { PaperView, TypePaper } from './round-schema.ts';
import { questionsOf, type Question } from './schema.ts';

/** Runs with the round held, when it takes paper now. */
async function onPaper<Done>(
  portal: Portal,
  roundId: string,
  work: (trx: Transaction, round: RoundWithSurvey) => Promise<Done>,
): Promise<Done> {
  return await portal.db.transaction().execute(async (trx) => {
    await lockRound(trx, roundId, 'share');
    const round = await findRound(trx, roundId);
    if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
    const state = stateOf(round, localDate(portal.now()));
    if (!round.channels.includes('paper') || (state !== 'open' && state !== 'collecting'))
      throw new Problem('round-not-open', 'Đợt này không nhập phiếu giấy lúc này.');
    return await work(trx, round);
  });
}

function read({ now }: Portal, { survey, procedures }: RoundWithSurvey, given: Answers): Answers {
  const month = localDate(now()).slice(0, 7);
  const { answers, errors } = readAnswers({ survey, procedures, month }, given);
  if (errors.length > 0) throw new Problem('invalid', undefined, errors);
  return answers;
}

/** A paper form counts or not as it is filled in; nobody is asked again. */
export async function typePaper(
  portal: Portal,
  viewer: Viewer,
  roundId: string,
  { scanNumber, answers: given, checkWanted }: TypePaper,
): Promise<{ scanNumber: string; isValid: boolean }> {
  return await onPaper(portal, roundId, async (trx, round) => {
    const answers = read(portal, round, given);
    const on = localDate(portal.now());
    const typed = { roundId, scanNumber, answers, checkWanted, enteredBy: viewer.id, enteredOn: on };
    if (!(await insertPaper(trx, typed)))
      throw new Problem('invalid', undefined, [
        {
          pointer: '/scanNumber',
          detail: `Phiếu số ${scanNumber} đã nhập trong đợt này. Hãy xem lại số bản quét.`,
        },
      ]);
    return { scanNumber, isValid: standingOf(round.survey, answers).isValid };
  });
}

async function paperForm(
  trx: Transaction,
  roundId: string,
  scanNumber: string,
): Promise<Paper & { answers: Answers }> {
  const found = await lockPaper(trx, roundId, scanNumber);
  if (!found?.answers) throw new Problem('not-found', `Chưa có phiếu số ${scanNumber} trong đợt này.`);
  return { ...found, answers: found.answers };
}

/** The second typing, by somebody else; tells what differs. */
export async function retypePaper(
  portal: Portal,
  viewer: Viewer,
  roundId: string,
  scanNumber: string,
  given: Answers,
): Promise<{ state: PaperState; differences: string[] }> {
  return await onPaper(portal, roundId, async (trx, round) => {
    const paper = await paperForm(trx, roundId, scanNumber);
    if (paper.enteredBy === viewer.id)
      throw new Problem(
        'forbidden',
        'Ông/Bà đã nhập phiếu này lần đầu; lần thứ hai phải do người khác nhập.',
      );
    if (paper.settledBy) throw new Problem('round-not-open', 'Phiếu này đã thống nhất, không cần nhập lại.');
    const answers = read(portal, round, given);
    await saveCheck(trx, paper.id, { answers, by: viewer.id, on: localDate(portal.now()) });
    const differences = differencesOf(round.survey, paper.answers, answers);
    return { state: differences.length > 0 ? 'differs' : 'agrees', differences };
  });
}

/** Which typing is right where two differ, question by question, after a look at the paper form. */
export async function settlePaper(
  portal: Portal,
  viewer: Viewer,
  roundId: string,
  scanNumber: string,
  right: Readonly<Record<string, 'first' | 'second'>>,
): Promise<void> {
  await onPaper(portal, roundId, async (trx, round) => {
    const paper = await paperForm(trx, roundId, scanNumber);
    if (paperStateOf(round.survey, paper) !== 'differs')
      throw new Problem('round-not-open', 'Phiếu này không có chỗ khác nhau cần thống nhất.');
    const second = paper.checkedAnswers ?? {};
    const differing = differencesOf(round.survey, paper.answers, second);
    const undecided = differing.filter((code) => right[code] === undefined);
    if (undecided.length > 0)
      throw new Problem(
        'invalid',
        undefined,
        undecided.map((code) => ({
          pointer: `/right/${code}`,
          detail: `Câu ${code}: chọn lần nhập đúng với phiếu giấy.`,
        })),
      );
    const answers: Answers = { ...paper.answers };
    for (const code of differing.filter((one) => right[one] === 'second')) {
      const said = second[code];
      if (said === undefined) delete answers[code];
      else answers[code] = said;
    }
    await saveSettled(trx, paper.id, { answers, by: viewer.id, on: localDate(portal.now()) });
  });
}

/** The paper forms of a round by their numbers; answers are shown only where two typings differ. */
export async function listPaperViews(portal: Portal, viewer: Viewer, roundId: string): Promise<PaperView[]> {
  const round = await findRound(portal.db, roundId);
  if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
  return (await listPapers(portal.db, roundId)).map((paper) => {
    const state = paperStateOf(round.survey, paper);
    const { answers, checkedAnswers } = paper;
    return {
      scanNumber: paper.scanNumber,
      state,
      enteredOn: paper.enteredOn,
      isOwn: paper.enteredBy === viewer.id,
      differences:
        state === 'differs' && answers && checkedAnswers
          ? differencesOf(round.survey, answers, checkedAnswers).map((code) => {
              const question = questionsOf(round.survey).find((one) => one.code === code);
              const words = (said: Answers) => wordsOf(portal, question, said[code]);
              return {
                code,
                label: question?.label ?? code,
                first: words(answers),
                second: words(checkedAnswers),
              };
            })
          : [],
    };
  });
}

function wordsOf(
  { content }: Portal,
  question: Question | undefined,
  said: Answers[string] | undefined,
): string {
  if (said === undefined || !question) return 'Để trống';
  if (question.kind === 'scale5') return levelLabels[said as keyof typeof levelLabels];
  const one = (value: string) => optionLabel(question, value) ?? content.procedures.get(value)?.name ?? value;
  return Array.isArray(said) ? said.map(one).join('; ') : one(said);
}
