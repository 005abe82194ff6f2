// A case as the staff pages hold it, and a posted step as the API's body.
import type { z } from 'zod';
import type { SimilarCases, StaffCaseView } from '../../../api/cases/views.ts';
import type { ListedCase } from '../../../api/desk/views.ts';
import { StepName, type Status } from '../../../api/cases/lifecycle.ts';
import { areaOf } from '../../../api/cases/steps/form-field.ts';
import { TakeStep } from '../../../api/cases/steps/step-schema.ts';
import { isOfficerStep, officerPartOf } from '../../../api/cases/steps/table.ts';
import { bodyOf } from '../form/body.ts';
import { shapeOf } from '../form/shape.ts';
import type { Values } from '../form/form.ts';

export type StaffCase = z.infer<typeof StaffCaseView>;
export type SimilarCase = z.infer<typeof SimilarCases>['cases'][number];
export type ListedLine = z.infer<typeof ListedCase>;

/** Who took a step, as staff read it. */
export const actorOf = ({ actor, actorRole, behalf }: StaffCase['events'][number]): string =>
  actor === null
    ? actorRole === 'CD'
      ? 'Người gửi'
      : 'Hệ thống'
    : `${actor}${behalf ? ` thay ${behalf}` : ''} (${actorRole})`;

const box = 'unit-';
/** The box of one unit of the list `units`. */
export const boxOf = (unit: string): string => box + unit;
export const chosenUnits = (values: Values): string[] =>
  Object.keys(values).flatMap((name) => (name.startsWith(box) ? [name.slice(box.length)] : []));

/** Of what is asked once for each choice of another field, the words of the chosen one under the field's own name. */
function chosenAreas(step: StepName | undefined, values: Values): Values {
  const perChoice = (step && isOfficerStep(step) && officerPartOf(step).perChoice) || {};
  const chosen = Object.entries(perChoice).flatMap(([name, of]) => {
    const words = values[areaOf(name, values[of] ?? '')] ?? values[name];
    return words === undefined ? [] : [[name, words] as const];
  });
  return { ...values, ...Object.fromEntries(chosen) };
}

/** The posted form of a step as `TakeStep`, without what the form holds out of sight. */
export function stepOf(values: Values): z.input<typeof TakeStep> {
  const step = StepName.safeParse(values['step']).data;
  const unseen = (step && isOfficerStep(step) && officerPartOf(step).unseen?.(values)) || [];
  const said = Object.fromEntries(
    Object.entries(chosenAreas(step, values)).filter(([name]) => !unseen.includes(name)),
  );
  return bodyOf(TakeStep, said, 'units' in shapeOf(TakeStep, said) ? { units: chosenUnits(values) } : {});
}

/**
 * The approval of the reply that the case shows: its letter's number and instant; undefined while that reply is a draft,
 * also a later draft of a case that was answered once and taken up again.
 */
export function approvalOf({
  events,
  reply,
  letterNumber,
}: Pick<StaffCase, 'events' | 'reply' | 'letterNumber'>) {
  const approved = events.findLast(({ step }) => step === 'approve');
  if (!approved || !reply || reply.writtenAt > approved.at) return undefined;
  return { at: approved.at, letterNumber };
}

/** The step that a case was left with: what was classified and taken up in one press stands where the second led. */
export function stepDone({ step = '', takeUp }: Values, status: Status): string {
  if (step !== 'classify' || takeUp !== 'yes') return step;
  return status === 'conduct_review' ? 'refer-conduct' : 'accept';
}
