// What the forms of a case page share: what was typed in the refused step, what a proposal holds, what the case says.
import type { Role } from '../../api/staff/roles.ts';
import { errorOf, type FieldErrors, type Values } from './form.ts';
import type { StaffCase } from './staff-case.ts';

export type Choices = { label: string; options: { value: string; label: string }[] }[];

export type Desk = {
  found: StaffCase;
  role: Role;
  formToken: string;
  values: Values;
  errors: FieldErrors;
  procedures: Choices;
  handlers: Choices;
  colleagues: Choices;
  units: { value: string; label: string }[];
};

type Step = StaffCase['steps'][number];

/** Readers of one desk: `may` a step be taken, `error` of a field, `typed` value of a field, the `frame` of its form. */
export function deskOf({ found, role, formToken, values, errors }: Desk) {
  const tried = values['step'];
  const proposed = (step: Step) => (found.proposal?.step === step ? found.proposal.input : {});
  return {
    may: (step: Step) => found.steps.includes(step),
    tried: (step: Step) => tried === step,
    error: (step: Step, field: string) => (tried === step ? errorOf(errors, field) : undefined),
    typed(step: Step, field: string, known = ''): string {
      if (tried === step) return values[field] ?? known;
      const prepared = proposed(step)[field];
      return typeof prepared === 'string' || typeof prepared === 'number' ? String(prepared) : known;
    },
    frame: (step: Step) => ({ step, role, version: found.version, formToken }),
    opens: (step: Step) => tried === step || found.proposal?.step === step,
  };
}
