// The results of rounds: reckoned once when a round is closed, read ever after; for staff in full, for all suppressed.
import type { Db, Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { formulasOf } from './formulas.ts';
import {
  publicAxis,
  publicChoices,
  publicCross,
  publicForms,
  publicItem,
  publicProcedures,
  publicScores,
  publicSeveral,
  publicShares,
} from './public-repository.ts';
import { findRound, listPendingCounts, type RoundWithSurvey } from './repository.ts';
import {
  findPrevious,
  findPublicResults,
  findTally,
  insertResults,
  listPublicResults,
} from './results-repository.ts';
import type { PublicResults, RoundFacts, Tally } from './results-schema.ts';
import {
  axesOf,
  changesSince,
  choicesOf,
  factsOf,
  labelOn,
  optionLabel,
  satisfactionOf,
  scoredQuestions,
  type AnswerCounts,
} from './results.ts';
import { questionsOf, type Survey } from './schema.ts';
import { axes, countAnswered, countAnswers, countAxis, countForms, listTexts } from './tally-repository.ts';
import { scoreOf, shareOf } from './tally.ts';

type Parts = Pick<Portal, 'content'>;

export function factsOfRound({ content }: Parts, round: RoundWithSurvey): RoundFacts {
  const { id, surveyId, surveyVersion, title, opensOn, closesOn, closedOn, target, formsIssued } = round;
  const procedures = round.procedures.map((slug) => {
    const procedure = content.procedures.get(slug);
    return { slug, name: procedure?.name ?? slug, field: procedure?.field ?? null };
  });
  return { id, surveyId, surveyVersion, title, opensOn, closesOn, closedOn, procedures, target, formsIssued };
}

/**
 * Everything a round comes to, unsuppressed: for staff and reports only. Of a round that is not closed, only what has
 * been mixed so far, without texts and without paper.
 */
export async function surveyTally(portal: Portal, roundId: string): Promise<Tally> {
  const kept = await findTally(portal.db, roundId);
  if (kept) return kept;
  return await tallyNow(portal.db, portal, await foundRound(portal.db, roundId));
}

/** What may be seen by all; only of a closed round. Throws `not-found` otherwise. */
export async function surveyResults({ db }: Pick<Portal, 'db'>, roundId: string): Promise<PublicResults> {
  const kept = await findPublicResults(db, roundId);
  if (kept) return kept;
  throw new Problem('not-found', 'Kết quả được công khai sau khi chốt đợt. Xem các đợt tại /khao-sat.');
}

/** The public results of all closed rounds, newest period first. */
export const listPublicRounds = ({ db }: Pick<Portal, 'db'>): Promise<PublicResults[]> =>
  listPublicResults(db);

async function foundRound(db: Db, roundId: string): Promise<RoundWithSurvey> {
  const round = await findRound(db, roundId);
  if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
  return round;
}

/** Reckons and keeps the results, in the transaction that closes the round. */
export async function keepResults(trx: Transaction, portal: Portal, roundId: string): Promise<void> {
  const round = await foundRound(trx, roundId);
  const tally = await tallyNow(trx, portal, round);
  const open = await openNow(trx, portal, round);
  await insertResults(trx, roundId, { tally, open, at: portal.now() });
}

async function tallyNow(db: Db, parts: Parts, round: RoundWithSurvey): Promise<Tally> {
  const { survey, id } = round;
  const questions = questionsOf(survey);
  const free = questions.filter(({ kind }) => kind === 'text');
  const codes = questions.filter(({ kind }) => kind !== 'text' && kind !== 'month').map(({ code }) => code);
  const forms = await countForms(db, id);
  const counted = await countAnswers(db, id, codes);
  const counts: AnswerCounts = new Map(
    [...Map.groupBy(counted, ({ code }) => code)].map(([code, list]) => [
      code,
      new Map(list.map(({ value, count }) => [value, count])),
    ]),
  );
  const byAxis = [];
  for (const axis of axes) byAxis.push({ axis, rows: await countAxis(db, id, axis) });
  const texts = [];
  for (const { code, label } of round.closedOn === null ? [] : free)
    texts.push({ code, label, texts: await listTexts(db, id, code) });
  const waiting = (await listPendingCounts(db)).find(({ roundId }) => roundId === id)?.count ?? 0;
  const facts = factsOfRound(parts, round);
  const previous = await findPrevious(db, round);
  const answered = await countAnswered(db, id);
  const shares = satisfactionOf(survey, counts);
  const scores = factsOf(survey, counts);
  const sum = (list: typeof forms) => list.reduce((total, { count }) => total + count, 0);
  const valid = forms.filter(({ isValid }) => isValid);
  const invalid = forms.filter(({ isValid }) => !isValid);
  return {
    round: facts,
    forms: {
      received: sum(forms) + waiting,
      valid: sum(valid),
      invalid: sum(invalid),
      waiting,
      channels: round.channels.map((channel) => ({
        channel,
        valid: sum(valid.filter((one) => one.channel === channel)),
        invalid: sum(invalid.filter((one) => one.channel === channel)),
      })),
    },
    ...shares,
    facts: scores,
    axes: axesOf(survey, facts, byAxis),
    choices: choicesOf(survey, counts, answered),
    texts,
    change: changesSince({ round: facts, ...shares, facts: scores }, previous?.tally),
    formulas: formulasOf(survey),
  };
}

async function openNow(db: Db, parts: Parts, round: RoundWithSurvey): Promise<PublicResults> {
  const { survey, id } = round;
  const { target: _target, formsIssued: _issued, ...facts } = factsOfRound(parts, round);
  const all = factsOfRound(parts, round);
  const questions = questionsOf(survey);
  const labelOfItem = (code: string) => questions.find((question) => question.code === code)?.label ?? code;
  const scale = questions.flatMap((question) => (question.kind === 'scale5' ? [question] : []));
  const grouped = scale.flatMap(({ code, group }) => (group === null ? [] : [{ code, group }]));
  const alone = scale.find(({ group }) => group === null);
  const scored = scoredQuestions(survey);
  // Breakdowns and points show their own numbers already: each is published in one table only.
  const choices = questions.flatMap((question) =>
    question.kind === 'choice' && !question.axis && !question.feeds ? [question] : [],
  );
  const several = questions.filter(({ kind }) => kind === 'multi');

  const forms = await publicForms(db, id);
  if (forms.valid === null) return nothing(facts, survey);
  const shares = await publicShares(db, id, grouped);
  const general = alone && (await publicItem(db, id, alone.code));
  const scores = await publicScores(
    db,
    id,
    scored.flatMap(({ code, options }) => options.map((option) => ({ code, ...option }))),
  );
  const byAxis = [{ axis: 'procedure' as const, rows: await publicProcedures(db, id) }];
  const others = [];
  for (const axis of ['field', 'filing', 'respondent', 'quarter'] as const)
    others.push({ axis, rows: await publicAxis(db, id, axis) });
  const cross = await publicCross(db, id);
  const single = await publicChoices(
    db,
    id,
    choices.map(({ code }) => code),
  );
  const lists = await publicSeveral(
    db,
    id,
    several.map(({ code }) => code),
  );
  const previous = await findPrevious(db, round);

  const shown: Omit<PublicResults, 'change'> = {
    round: facts,
    forms: {
      valid: forms.valid,
      invalid: forms.invalid,
      channels: round.channels.flatMap((channel) => {
        const found = forms.channels.find(({ value }) => value === channel);
        return found ? [{ channel, n: found.count }] : [];
      }),
    },
    overall: shares.all ? shareOf(shares.all.satisfied, shares.all.opinions) : null,
    general:
      alone && general
        ? { code: alone.code, label: alone.label, ...shareOf(general.satisfied, general.opinions) }
        : null,
    groups: survey.groups.flatMap(({ code, title }) => {
      const found = shares.groups.find(({ value }) => value === code);
      return found ? [{ code, title, ...shareOf(found.satisfied, found.opinions) }] : [];
    }),
    items: grouped.flatMap(({ code, group }) => {
      const found = shares.items.find(({ value }) => value === code);
      return found
        ? [{ code, label: labelOfItem(code), group, ...shareOf(found.satisfied, found.opinions) }]
        : [];
    }),
    facts: scores.all ? scoreOf(scores.all.points, scores.all.scored) : null,
    factItems: scored.flatMap(({ code, label, indicator }) => {
      const found = scores.items.find(({ value }) => value === code);
      return found ? [{ code, label, indicator, ...scoreOf(found.points, found.scored) }] : [];
    }),
    axes: axesOf(survey, all, [...byAxis, ...others]),
    cross: cross.map(({ value, other, forms: count, satisfied, opinions }) => ({
      filing: labelOn(survey, all, 'filing', value),
      respondent: labelOn(survey, all, 'respondent', other),
      forms: count,
      satisfaction: shareOf(satisfied, opinions),
    })),
    choices: [...choices, ...several].map((question) => ({
      code: question.code,
      label: question.label,
      options: [...single, ...lists]
        .filter(({ code }) => code === question.code)
        .map(({ value, count }) => ({ value, label: optionLabel(question, value) ?? value, n: count })),
    })),
    formulas: formulasOf(survey),
  };
  return { ...shown, change: changesSince(shown, previous?.open) };
}

/** Fewer than five valid forms: not one figure. */
const nothing = (round: PublicResults['round'], survey: Survey): PublicResults => ({
  round,
  forms: { valid: null, invalid: null, channels: [] },
  overall: null,
  general: null,
  groups: [],
  items: [],
  facts: null,
  factItems: [],
  axes: [],
  cross: [],
  choices: [],
  change: null,
  formulas: formulasOf(survey),
});
