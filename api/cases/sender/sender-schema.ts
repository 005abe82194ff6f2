// What a sender does with the own case: gathered from the files of the steps.
import { z } from 'zod';
import { StepName } from '../lifecycle.ts';
import { isSenderStep, steps, type SenderStepName } from '../steps/table.ts';

type Input = (typeof steps)[SenderStepName]['sender'];
const inputs: Input[] = StepName.options.filter(isSenderStep).map((name) => steps[name].sender);

/** What a sender does with the own case, proven by number and secret. */
export const SenderStep = z.discriminatedUnion('step', inputs as [Input, ...Input[]], {
  error: 'Không có việc nào tên như vậy.',
});
export type SenderStep = z.infer<typeof SenderStep>;
