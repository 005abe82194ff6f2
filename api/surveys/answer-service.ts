// Answering a round once per token: the token is burnt in one table, the answer waits sealed in another.
import { localDate } from '../dates/dates.ts';
import { isSameHash } from '../cases/tools/secret.ts';
import { keyedHash, seal } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { AnswerRound, OpenSession } from './answer-schema.ts';
import { readAnswers, standingOf, type Answers } from './answers.ts';
import { burnToken, findRound, insertPending, lockRound, type RoundWithSurvey } from './repository.ts';
import { stateOf } from './round.ts';
import { openSession, readToken } from './token-service.ts';

const notNow = new Problem(
  'round-not-open',
  'Đợt khảo sát này không nhận câu trả lời lúc này. Xem các đợt đang mở tại /khao-sat.',
);

const notThisWay = new Problem(
  'round-not-open',
  'Đợt khảo sát này không trả lời bằng cách này. Xem các cách trả lời của đợt tại /khao-sat.',
);

/** A round that answers are taken for today; throws otherwise. */
export async function openRound(
  { db, now }: Pick<Portal, 'db' | 'now'>,
  id: string,
): Promise<RoundWithSurvey> {
  const round = await findRound(db, id);
  if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này. Xem các đợt đang mở tại /khao-sat.');
  if (stateOf(round, localDate(now())) !== 'open') throw notNow;
  return round;
}

/** One scan of a poster. */
export async function scanPoster(portal: Portal, roundId: string, asked: OpenSession): Promise<string> {
  const round = await openRound(portal, roundId);
  if (!round.channels.includes('qr')) throw notThisWay;
  const { key, procedure, counter } = asked;
  return openSession(portal, { round: roundId, procedure, counter }, key);
}

/**
 * Takes one form. The same form sent again (same key, token and answers) is taken for done; another form under a burnt token is
 * refused. Nothing written links the token to the answer but the moment of writing, and mixing takes that away too.
 */
export async function answerRound(
  portal: Portal,
  roundId: string,
  formKey: string,
  { token, answers: given, acceptsIncomplete = false }: AnswerRound,
): Promise<void> {
  const round = await openRound(portal, roundId);
  const answers = readForm(portal, round, given, acceptsIncomplete);
  const { channel, hash } = await readToken(portal, roundId, token);
  if (!round.channels.includes(channel)) throw notThisWay;
  const today = localDate(portal.now());
  // Without the key, which is chance and kept nowhere, no answer can be tried against this hash.
  const formHash = keyedHash(
    portal.keys,
    'survey-form',
    `${roundId}\n${formKey}\n${JSON.stringify(Object.entries(answers).toSorted())}`,
  );
  await portal.db.transaction().execute(async (trx) => {
    // Who closes the round waits for this, or this sees that it is closed.
    const locked = await lockRound(trx, roundId, 'share');
    if (!locked || stateOf(locked, today) !== 'open') throw notNow;
    const earlier = await burnToken(trx, { roundId, tokenHash: hash, formHash });
    if (earlier && isSameHash(earlier, formHash)) return;
    if (earlier)
      throw new Problem(
        'token-used',
        'Mỗi hồ sơ, mỗi lượt quét chỉ trả lời một lần trong một đợt. Cảm ơn Ông/Bà.',
        [
          {
            pointer: `/${token.kind === 'session' ? 'session' : 'number'}`,
            detail: 'Mã này đã được dùng để trả lời trong đợt này.',
          },
        ],
      );
    const sealed = seal(portal.keys, 'survey-pending', JSON.stringify({ answers }), roundId);
    await insertPending(trx, { roundId, channel, sealed });
  });
}

function readForm(
  { now }: Pick<Portal, 'now'>,
  { survey, procedures }: RoundWithSurvey,
  given: Answers,
  acceptsIncomplete: boolean,
): Answers {
  const month = localDate(now()).slice(0, 7);
  const { answers, errors } = readAnswers({ survey, procedures, month }, given);
  const { missing, answered, needed, asked } = standingOf(survey, answers);
  const isLeftOut = (code: string) => errors.every(({ pointer }) => pointer !== `/answers/${code}`);
  const lacking = [
    ...errors,
    ...missing.filter(isLeftOut).map((code) => ({
      pointer: `/answers/${code}`,
      detail: 'Hãy trả lời câu này; thiếu thì phiếu không tính được.',
    })),
  ];
  if (!acceptsIncomplete && answered < needed)
    lacking.push({
      pointer: `/answers/${firstUnanswered(survey, answers)}`,
      detail: `Phần ${survey.valid.section} mới có ${answered}/${asked} câu trả lời; cần ít nhất ${needed} câu để phiếu được tính. Câu chưa gặp thì chọn “Không có ý kiến”.`,
    });
  if (lacking.length > 0) throw new Problem('invalid', undefined, lacking);
  return answers;
}

function firstUnanswered(survey: RoundWithSurvey['survey'], answers: Answers): string {
  const { section } = survey.valid;
  const questions = survey.sections.find(({ code }) => code === section)?.questions ?? [];
  return questions.find(({ code }) => answers[code] === undefined)?.code ?? '';
}
