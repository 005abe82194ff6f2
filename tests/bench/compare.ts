// Two sides measured in turn, so that what else the machine does falls on both; medians told as a ratio.

export type Side = () => number | Promise<number>;
export type Comparison = {
  name: string;
  target: number | undefined;
  portal: Side;
  reference: Side | undefined;
};

const rounds = 3;

/** Measures both sides, in turn, after one round each that is not counted; prints a line. */
export async function compare({ name, target, portal, reference }: Comparison): Promise<void> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    if (reference) theirs.push(await reference());
    ours.push(await portal());
  }
  const rate = median(ours.slice(1));
  if (!reference) return tell(name, [perSecond(rate)]);
  const standard = median(theirs.slice(1));
  const ratio = rate / standard;
  tell(name, [
    perSecond(rate),
    perSecond(standard),
    `ratio ${ratio.toFixed(2)}`,
    target ? verdict(ratio >= target, `≥ ${target}`) : '',
  ]);
}

/** Prints one measured value beside the most it should be. */
export function tellMost(name: string, value: number, unit: string, most: number): void {
  tell(name, [`${value} ${unit}`, verdict(value <= most, `≤ ${most} ${unit}`)]);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? NaN;
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`.padStart(10);
const verdict = (isMet: boolean, target: string) => `${isMet ? 'met' : 'MISSED'} (target ${target})`;
const tell = (name: string, cells: string[]) => console.log(name.padEnd(38), cells.join('   '));
