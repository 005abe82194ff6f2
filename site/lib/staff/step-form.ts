// What the forms of a case page share: what was typed in the refused step, what a proposal holds, what the case says.
import type { FormLists } from '../../../api/cases/steps/form-field.ts';
import type { Role } from '../../../api/staff/roles.ts';
import { errorOf, type FieldErrors, type Values } from '../form/form.ts';
import type { StaffCase } from './staff-case.ts';

export type Desk = {
  found: StaffCase;
  role: Role;
  formToken: string;
  values: Values;
  errors: FieldErrors;
  lists: FormLists;
};

export type Step = StaffCase['steps'][number];

/** Several forms of one page share names of fields: their ids are told apart by the step. */
export const controlId = (step: string, field: string): string => `${step}-${field}`;

/** The lines of a refusal, each leading to its control; a line about no field that can be seen leads nowhere. */
export const summaryOf = (errors: FieldErrors, { step = '' }: Values): FieldErrors =>
  errors.map(({ field, ...error }) => ({
    ...error,
    field: field === '' || field === 'version' || field === 'step' ? '' : controlId(step, field),
  }));

/** Reader of one desk: a `field` as its control takes it, and whether a box is `ticked`. */
export function deskOf({ found, values, errors }: Desk) {
  const wasTried = (step: Step) => values['step'] === step;
  const proposed = (step: Step) => (found.proposal?.step === step ? found.proposal.input : {});
  function valueOf(step: Step, name: string, known: string): string {
    if (wasTried(step)) return values[name] ?? known;
    const prepared = proposed(step)[name];
    return typeof prepared === 'string' || typeof prepared === 'number' ? String(prepared) : known;
  }
  return {
    /** What was typed, else what was proposed, else what the case says. */
    field: (step: Step, name: string, known = '') => ({
      name,
      id: controlId(step, name),
      error: wasTried(step) ? errorOf(errors, name) : undefined,
      value: valueOf(step, name, known),
    }),
    /** A box that was left unticked is not posted: in a refused form its absence is the answer. */
    ticked: (step: Step, name: string, known = false) =>
      wasTried(step) ? values[name] !== undefined : known,
    errorIn: (step: Step, name: string) => (wasTried(step) ? errorOf(errors, name) : undefined),
  };
}
