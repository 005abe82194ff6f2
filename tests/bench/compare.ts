// Sides measured in turn, so that what else the machine does falls on all of them; medians told as ratios.

export type Side = () => Promise<number>;
/** `target` is the least share of its rate that the portal should reach. */
export type Reference = { name: string; side: Side; target?: number | undefined };

const rounds = 3;

/** Measures all sides in turn, the portal once beforehand to warm up, and prints a line. */
export async function compare(name: string, portal: Side, references: Reference[]): Promise<void> {
  const sides = [portal, ...references.map(({ side }) => side)].map((side) => ({
    side,
    rates: [] as number[],
  }));
  await portal();
  for (let round = 0; round < rounds; round += 1)
    for (const { side, rates } of sides) rates.push(await side());
  const [ours = NaN, ...theirs] = sides.map(({ rates }) => median(rates));
  const cells = theirs.map((rate, place) => {
    const { name = '', target } = references[place] ?? {};
    const ratio = ours / rate;
    return `${name}${perSecond(rate)}: ${ratio.toFixed(2)}${target ? `, ${verdict(ratio >= target, `≥ ${target}`)}` : ''}`;
  });
  tell(name, [perSecond(ours), ...cells]);
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
