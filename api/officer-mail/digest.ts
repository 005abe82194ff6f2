// What an officer reads in the morning: the counts of the desk, as whom, and when it is time for it. Pure.
import { viewLabels } from '../desk/labels.ts';

/** The views whose counts stand in the letter, in its order. */
export const digestViews = ['waiting', 'due-today', 'soon', 'overdue', 'new'] as const;
export type DigestCounts = Record<(typeof digestViews)[number], number>;

export const isEmpty = (counts: DigestCounts): boolean => digestViews.every((view) => counts[view] === 0);

/** `- Chờ tôi xử lý: 5`, a line for each view that holds something; `behalf`: in whose place, as a line of its own. */
export const countLines = (counts: DigestCounts, behalf: string | null): string[] => [
  ...(behalf === null ? [] : [`Thay ${behalf}:`]),
  ...digestViews.filter((view) => counts[view] > 0).map((view) => `- ${viewLabels[view]}: ${counts[view]}`),
];

/** Whatever kept them until then, these are letters of a working day. */
const latest = '17:00';

/** Whether it is time for the letters of a working day; all HH:MM in Việt Nam. */
export const isDigestTime = (clock: string, wished: string | null, office: string): boolean =>
  clock >= (wished ?? office) && clock <= latest;
