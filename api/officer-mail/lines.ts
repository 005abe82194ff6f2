// What letters to officers say of a case: number, kind, date and what happened; of a restricted one its number alone. Pure.
import { trackLabels } from '../cases/labels.ts';
import type { Track } from '../cases/schema.ts';
import { vietnameseDate } from '../dates/dates.ts';
import { occasions, type Occasion } from '../notify/occasions.ts';
import { twoFigures } from '../text/numbers.ts';

export type TellOf = {
  number: string;
  track: Track | null;
  /** Restricted, locked, or with signs of a tố cáo: nothing but its number is told. */
  isGuarded: boolean;
  /** The date that binds first, YYYY-MM-DD; null: none does. */
  dueOn: string | null;
  occasion: Occasion;
  /** In whose place the officer is told. */
  behalf: string | null;
};

const dueWords = (dueOn: string | null) => (dueOn === null ? '' : `, hạn ${vietnameseDate(dueOn)}`);
const headOf = ({ number, isGuarded, occasion }: TellOf) =>
  isGuarded ? `Có việc mới: hồ sơ ${number}` : `${occasions[occasion].happened}: hồ sơ ${number}`;

/** The subject of a letter. */
export function subjectOf(lines: readonly TellOf[]): string {
  const [only] = lines;
  if (lines.length !== 1 || !only) return `${twoFigures(lines.length)} việc mới trong sổ tiếp nhận`;
  return headOf(only) + (only.isGuarded ? '' : dueWords(only.dueOn));
}

/** One line, with the address of the case under it where the portal knows its own. */
export function lineOf(told: TellOf, link: string | null): string {
  const kind = told.isGuarded || told.track === null ? '' : ` (${trackLabels[told.track].toLowerCase()})`;
  const due = told.isGuarded ? '' : dueWords(told.dueOn);
  const place = told.behalf === null ? '' : ` – thay ${told.behalf}`;
  return `- ${headOf(told)}${kind}${due}${place}${link === null ? '' : `\n  ${link}`}`;
}
