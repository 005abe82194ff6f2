// The terms that the figures are counted by, as content/figures.yaml gives them. Pure.
import type { FiguresContent } from './content-schema.ts';
import type { Limits } from './facts.ts';

/** Working days, without their sources. */
export function limitsOf({ content }: { content: { figures: Pick<FiguresContent, 'limits'> } }): Limits {
  const { answer, refuse, transfer, publish } = content.figures.limits;
  return {
    answer: answer.workingDays,
    refuse: refuse.workingDays,
    transfer: transfer.workingDays,
    publish: publish.workingDays,
  };
}
