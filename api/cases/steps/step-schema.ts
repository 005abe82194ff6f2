// The steps of staff on a case, each with what it must say: gathered from the files of the steps.
import { z } from 'zod';
import { StepName } from '../lifecycle.ts';
import { isOfficerStep, steps, type OfficerStep } from './table.ts';

type Input = (typeof steps)[OfficerStep]['officer']['input'];
const inputs: Input[] = StepName.options.filter(isOfficerStep).map((name) => steps[name].officer.input);

/** A step of staff on a case; `version` is that of the case as it was seen. */
export const TakeStep = z.discriminatedUnion('step', inputs as [Input, ...Input[]], {
  error: 'Không có việc nào tên như vậy.',
});
export type TakeStep = z.infer<typeof TakeStep>;
