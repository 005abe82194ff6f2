// One thing that a department must still fill in before citizens are let in, or should. Pure.
import { z } from 'zod';

/** `must`: without it the portal misleads or cannot answer; `should`: it answers, less well. Worst first. */
export const Weight = z.enum(['must', 'should']);
export type Weight = z.infer<typeof Weight>;

export const Hole = z.strictObject({
  weight: Weight,
  /** What lacks, as a Vietnamese noun phrase that a list can hold. */
  what: z.string(),
  todo: z.string(),
  /** The file, setting or page where it is filled in. */
  where: z.string(),
  /** Each thing that waits, where there is more than one. */
  items: z.array(z.string()),
});
export type Hole = z.infer<typeof Hole>;

/** In groups of one weight, worst first; a weight of which there is none is left out. */
export const byWeight = <One extends Pick<Hole, 'weight'>>(
  holes: readonly One[],
): { weight: Weight; members: One[] }[] =>
  Weight.options
    .map((weight) => ({ weight, members: holes.filter((one) => one.weight === weight) }))
    .filter(({ members }) => members.length > 0);

export const weightLabels: Record<Weight, string> = {
  must: 'Phải xong trước khi mở cho người dân',
  should: 'Nên xong sớm',
};
