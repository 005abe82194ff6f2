// Counts of a round put together as its results, with the words of its questionnaire. Pure.
import { axisLabels, quarterWords, type TallyAxis } from './labels.ts';
import type { PublicResults, RoundFacts, Tally } from './results-schema.ts';
import { questionsOf, type Question, type Survey } from './schema.ts';
import { changeOf, itemShare, pooledScore, pooledShare, scoreOf, shareOf, type Levels } from './tally.ts';

export type AnswerCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;
export type AxisRow = {
  value: string | null;
  forms: number;
  opinions: number;
  satisfied: number;
  points: number;
  scored: number;
};
export type ByAxis = readonly { axis: TallyAxis; rows: readonly AxisRow[] }[];

const notSaid = 'Không ghi';

/** Rows of a breakdown with their words and ratios. */
export function axesOf(survey: Survey, round: RoundFacts, byAxis: ByAxis): Tally['axes'] {
  return byAxis.map(({ axis, rows }) => ({
    axis,
    title: axisLabels[axis],
    rows: rows.map(({ value, forms, opinions, satisfied, points, scored }) => ({
      value,
      label: labelOn(survey, round, axis, value),
      forms,
      satisfaction: shareOf(satisfied, opinions),
      facts: scoreOf(points, scored),
    })),
  }));
}

export function labelOn(survey: Survey, round: RoundFacts, axis: TallyAxis, value: string | null): string {
  if (value === null) return notSaid;
  if (axis === 'procedure') return round.procedures.find(({ slug }) => slug === value)?.name ?? value;
  if (axis === 'quarter') return quarterWords(value);
  const question = questionsOf(survey).find((one) => 'axis' in one && one.axis === axis);
  return (question && optionLabel(question, value)) ?? value;
}

export function optionLabel(question: Question, value: string): string | undefined {
  return 'options' in question
    ? question.options?.find((option) => option.value === value)?.label
    : undefined;
}

const levelsOf = (counts: ReadonlyMap<string, number> | undefined): Levels => {
  const of = (value: string) => counts?.get(value) ?? 0;
  return { counts: [of('1'), of('2'), of('3'), of('4'), of('5')], none: of('none') };
};

/** Satisfaction by item, by group and over all groups; `general` is the item that stands by itself. */
export function satisfactionOf(
  survey: Survey,
  counts: AnswerCounts,
): Pick<Tally, 'overall' | 'general' | 'groups' | 'items'> {
  const items = questionsOf(survey).flatMap((question) => {
    if (question.kind !== 'scale5') return [];
    const { code, label, group } = question;
    const levels = levelsOf(counts.get(code));
    return [{ code, label, group, levels: [...levels.counts], none: levels.none, ...itemShare(levels) }];
  });
  const groups = survey.groups.map(({ code, title }) => ({
    code,
    title,
    ...pooledShare(items.filter(({ group }) => group === code)),
  }));
  const alone = items.find(({ group }) => group === null);
  return {
    items,
    groups,
    overall: pooledShare(groups),
    general: alone
      ? {
          code: alone.code,
          label: alone.label,
          n: alone.n,
          satisfied: alone.satisfied,
          percent: alone.percent,
        }
      : null,
  };
}

/** The facts index: points of each question that gives points, and of all of them. */
export function factsOf(survey: Survey, counts: AnswerCounts): Tally['facts'] {
  const items = scoredQuestions(survey).map(({ code, label, indicator, options }) => {
    const scored = options.map(({ value, points }) => ({ points, n: counts.get(code)?.get(value) ?? 0 }));
    const sum = scored.reduce((total, { points, n }) => total + points * n, 0);
    const all = scored.reduce((total, { n }) => total + n, 0);
    return { code, label, indicator, ...scoreOf(sum, all) };
  });
  return { ...pooledScore(items), items };
}

/** The questions that give points, with only the options that do. */
export function scoredQuestions(survey: Survey) {
  return questionsOf(survey).flatMap((question) => {
    if (question.kind !== 'choice' || !question.feeds) return [];
    const { code, label, indicator = '', options = [] } = question;
    const scored = options.flatMap(({ value, points }) =>
      typeof points === 'number' ? [{ value, points }] : [],
    );
    return [{ code, label, indicator, options: scored }];
  });
}

/** Choices and lists of choices with how often each was chosen, in the order of the form. */
export function choicesOf(
  survey: Survey,
  counts: AnswerCounts,
  answered: ReadonlyMap<string, number>,
): Tally['choices'] {
  return questionsOf(survey).flatMap((question) => {
    if ((question.kind !== 'choice' && question.kind !== 'multi') || !question.options) return [];
    const { code, label } = question;
    const options = question.options.map((option) => ({
      value: option.value,
      label: option.label,
      n: counts.get(code)?.get(option.value) ?? 0,
    }));
    return [{ code, label, answered: answered.get(code) ?? 0, options }];
  });
}

type Compared = Pick<PublicResults, 'round' | 'groups'> & {
  overall: { percent: number | null } | null;
  general: { percent: number | null } | null;
  facts: { mean: number | null } | null;
};

/** What has changed since an earlier round of the same questionnaire. */
export function changesSince(now: Compared, before: Compared | undefined): Tally['change'] {
  if (!before) return null;
  const percent = (share: { percent: number | null } | null | undefined) => share?.percent ?? null;
  return {
    previous: before.round.id,
    previousTitle: before.round.title,
    overall: changeOf(percent(now.overall), percent(before.overall)),
    general: changeOf(percent(now.general), percent(before.general)),
    facts: changeOf(now.facts?.mean ?? null, before.facts?.mean ?? null),
    groups: now.groups.map(({ code, percent: own }) => ({
      code,
      change: changeOf(own, percent(before.groups.find((group) => group.code === code))),
    })),
  };
}
