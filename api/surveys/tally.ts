// The figures of a survey from its counts: satisfaction, points, change. Formulas in words: labels.ts. Pure.

/** How many gave each level of the scale, 1 to 5, and how many had no opinion. */
export type Levels = { counts: readonly [number, number, number, number, number]; none: number };

/** `n` opinions, of which `satisfied` are 4 or 5; `percent` with one decimal, null without an opinion. */
export type Share = { n: number; satisfied: number; percent: number | null };

/** The mean of points 0–2 with one decimal (Điều 15 Thông tư 01/2018/TT-VPCP), null when nothing was scored. */
export type Score = { points: number; scored: number; mean: number | null };

/** One decimal, a half upwards, reckoned in whole numbers; null for nothing out of nothing. */
function ratio(part: number, whole: number, times: number): number | null {
  return whole === 0 ? null : Math.floor((part * times * 20 + whole) / (2 * whole)) / 10;
}

export const shareOf = (satisfied: number, n: number): Share => ({
  n,
  satisfied,
  percent: ratio(satisfied, n, 100),
});

export const scoreOf = (points: number, scored: number): Score => ({
  points,
  scored,
  mean: ratio(points, scored, 1),
});

/** (4s + 5s) / (1s … 5s); who had no opinion is in neither. */
export function itemShare({ counts: [one, two, three, four, five] }: Levels): Share {
  return shareOf(four + five, one + two + three + four + five);
}

/** Σ(4+5) / Σ(all) over several items or groups: pooled, not the mean of percentages. */
export function pooledShare(shares: readonly Share[]): Share {
  const sum = (of: (share: Share) => number) => shares.reduce((total, share) => total + of(share), 0);
  return shareOf(
    sum(({ satisfied }) => satisfied),
    sum(({ n }) => n),
  );
}

/** Σ points / Σ scored answers over several questions. */
export function pooledScore(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  return scoreOf(
    sum(({ points }) => points),
    sum(({ scored }) => scored),
  );
}

/** Now minus before, in percentage points (or points), one decimal; null when one of the two is not known. */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : Math.round((now - before) * 10) / 10;
}

/** Below this many, one person's answer weighs too much for a comparison: the page says so beside the figure. */
export const smallSample = 30;
/** A cell of fewer answers is shown to nobody outside. */
export const smallestCell = 5;
