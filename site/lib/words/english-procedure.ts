// What is asked of a procedure first, in English where it is a number or a choice, else in the words of its source. Pure.
import { hasTimePerWay } from '../../../api/procedures/completeness.ts';
import { noneWords, isGiven, isNone } from '../../../api/procedures/part.ts';
import type { PublicProcedure } from '../../../api/procedures/schema.ts';
import type { SearchHit } from '../../../api/search/schema.ts';
import { procedure as t } from '../../texts/english/procedure.ts';

/** `isVietnamese`: the words of the source. Null: nobody knows. */
export type Told = { text: string; isVietnamese: boolean } | null;
export type Glance = { label: string; told: Told; href: string };

const english = (text: string): Told => ({ text, isVietnamese: false });
const vietnamese = (text: string): Told => ({ text, isVietnamese: true });
const dong = new Intl.NumberFormat('en-GB');

export function glanceOf(procedure: PublicProcedure): Glance[] {
  return [
    { label: t.papers, told: papers(procedure), href: '#papers' },
    {
      label: t.where,
      told: place(procedure),
      href: procedure.methods === 'unknown' ? '#agencies' : '#methods',
    },
    { label: t.time, told: time(procedure), href: '#time' },
    { label: t.fee, told: fee(procedure), href: '#fee' },
  ];
}

function papers({ dossier }: Pick<PublicProcedure, 'dossier'>): Told {
  if (dossier === 'unknown') return null;
  if (isNone(dossier)) return vietnamese(noneWords(dossier));
  const [first] = dossier;
  return english(
    dossier.length === 1 && first ? t.papersCount(first.papers.length) : t.papersCases(dossier.length),
  );
}

function place({ methods, agencies }: Pick<PublicProcedure, 'methods' | 'agencies'>): Told {
  if (isNone(methods)) return vietnamese(noneWords(methods));
  if (methods === 'unknown')
    return isGiven(agencies.receiving) ? vietnamese(agencies.receiving.join('; ')) : null;
  const channels = [...new Set(methods.map(({ channel }) => channel))];
  return english(channels.map((channel) => t.channels[channel]).join('; '));
}

/** `10 working days`; several periods, or none in figures, in the words of the source. */
export function time(procedure: Pick<PublicProcedure, 'timeLimit' | 'methods'>): Told {
  const { timeLimit } = procedure;
  if (hasTimePerWay(procedure)) return english(t.seeMethods);
  if (timeLimit === 'unknown') return null;
  if (isNone(timeLimit)) return vietnamese(noneWords(timeLimit));
  const { amount, unit, text } = timeLimit;
  return amount === null || unit === null ? vietnamese(text) : english(t.units[unit](amount));
}

/** `500,000 VND`; what is no one sum, in the words of the source. */
export function fee({ fee: asked }: Pick<PublicProcedure, 'fee'>): Told {
  if (asked === 'unknown') return null;
  if (isNone(asked)) return english(t.noFee);
  return asked.amountVnd === null ? vietnamese(asked.text) : english(`${dong.format(asked.amountVnd)} VND`);
}

type Found = Pick<SearchHit, 'timeLimit' | 'fee' | 'period' | 'feeVnd'>;

/** Time limit and fee of what was found, for a list; what is no figure stands on its page, in the words of the source. */
export function briefly({ timeLimit, fee: asked, period, feeVnd }: Found): { time?: string; fee?: string } {
  const sum = feeVnd === 0 ? t.noFee : feeVnd === null ? t.seePage : `${dong.format(feeVnd)} VND`;
  const span = period && t.units[period.unit](period.amount);
  return {
    ...(timeLimit !== null && { time: !span ? t.seePage : period.isOne ? span : `${span} ${t.otherCases}` }),
    ...(asked !== null && { fee: sum }),
  };
}
