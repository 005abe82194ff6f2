// Sides measured in turn, so that what else the machine does falls on all of them; medians told as ratios.
import { watchOthers } from './others.ts';

export type Side = () => Promise<number>;
/** `target` is the least share of its rate that the portal should reach. */
export type Reference = { name: string; side: Side; target?: number | undefined };

/** A cell shorter than this, in seconds, says more of the moment than of the program. */
export const cellSeconds = 5;
const rounds = 3;
/** So many disturbed rounds are done again for one line; after that the line says so. */
const mostAgain = 3;
/** Of all processors; a machine that only runs the measurement has some 2 % for itself. */
const othersMost = 0.1;

type Measured = { rates: number[][]; disturbed: number };

/** Measures all sides in turn, the portal once beforehand to warm up, and prints a line; throws where a reference gives nothing. */
export async function compare(name: string, portal: Side, references: Reference[]): Promise<void> {
  const sides = [portal, ...references.map(({ side }) => side)];
  await portal();
  const { rates, disturbed } = await measureRounds(sides, watchOthers);
  const [ours = NaN, ...theirs] = rates.map(median);
  if (!(ours > 0)) throw new Error(`${name}: the portal answered nothing.`);
  const cells = theirs.map((rate, place) => {
    const { name: reference = '', target } = references[place] ?? {};
    const ratio = ratioTo(ours, rate, `${name}: ${reference}`);
    return `${reference}${perSecond(rate)}: ${ratio.toFixed(2)}${target ? `, ${verdict(ratio >= target, `≥ ${target}`)}` : ''}`;
  });
  if (disturbed > 0) cells.push(`(${disturbed} of ${rounds} rounds beside other programs)`);
  tell(name, [perSecond(ours), ...cells]);
}

/** Rates of each side over three rounds in turn. A round beside other programs is done again, a bounded number of times. */
export async function measureRounds(sides: Side[], watch: () => () => number): Promise<Measured> {
  const rates = sides.map((): number[] => []);
  let [again, disturbed] = [0, 0];
  for (let round = 0; round < rounds;) {
    const othersShare = watch();
    const measured: number[] = [];
    for (const side of sides) measured.push(await side());
    const isDisturbed = othersShare() > othersMost;
    if (isDisturbed && again < mostAgain) {
      again += 1;
      continue;
    }
    if (isDisturbed) disturbed += 1;
    measured.forEach((rate, place) => rates[place]?.push(rate));
    round += 1;
  }
  return { rates, disturbed };
}

/** Our rate as a share of a reference's; a reference that failed or was starved is an error, never a target met. */
export function ratioTo(ours: number, theirs: number, name: string): number {
  if (!(theirs > 0) || !Number.isFinite(theirs))
    throw new Error(
      `${name} gave ${theirs}/s: it failed or was starved, and nothing can be compared with it.`,
    );
  return ours / theirs;
}

/** Prints one measured value beside the most it should be. */
export function tellMost(name: string, value: number, unit: string, most: number): void {
  tell(name, [`${value} ${unit}`.padStart(10), verdict(value <= most, `≤ ${most} ${unit}`)]);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? NaN;
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`.padStart(10);
const verdict = (isMet: boolean, target: string) => `${isMet ? 'met' : 'MISSED'} (${target})`;
const tell = (name: string, cells: string[]) => console.log(name.padEnd(38), cells.join('   '));
