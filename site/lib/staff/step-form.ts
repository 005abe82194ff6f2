// What the forms of a case page share: what was typed in the refused step, what a proposal holds, what the case says.
import { StepName } from '../../../api/cases/lifecycle.ts';
import { areaOf, type FormLists } from '../../../api/cases/steps/form-field.ts';
import { isOfficerStep, officerPartOf } from '../../../api/cases/steps/table.ts';
import type { Role } from '../../../api/staff/roles.ts';
import type { OwnDraft } from '../../../api/officer-drafts/draft.ts';
import { errorOf, type FieldErrors, type Values } from '../form/form.ts';
import { draftFor } from './own-drafts.ts';
import type { StaffCase } from './staff-case.ts';

export type Desk = {
  found: StaffCase;
  role: Role;
  formToken: string;
  values: Values;
  errors: FieldErrors;
  lists: FormLists;
  /** What this officer has been writing for the steps open to them. */
  drafts: OwnDraft[];
};

export type Step = StaffCase['steps'][number];

/** Several forms of one page share names of fields: their ids are told apart by the step. */
export const controlId = (step: string, field: string): string => `${step}-${field}`;

/** The lines of a refusal, each leading to its control; a line about no field that can be seen leads nowhere. */
export const summaryOf = (errors: FieldErrors, values: Values): FieldErrors =>
  errors.map(({ field, ...error }) => ({
    ...error,
    field:
      field === '' || field === 'version' || field === 'step'
        ? ''
        : controlId(values['step'] ?? '', shownField(field, values)),
  }));

/** Where a field is asked for once for each choice of another: the area of the chosen one, else that other field. */
function shownField(field: string, values: Values): string {
  const step = StepName.safeParse(values['step']).data;
  const of = step && isOfficerStep(step) ? officerPartOf(step).perChoice?.[field] : undefined;
  if (of === undefined) return field;
  const choice = values[of];
  return choice ? areaOf(field, choice) : of;
}

/** Reader of one desk: a `field` as its control takes it, and whether a box is `ticked`. */
export function deskOf({ found, values, errors, drafts }: Desk) {
  const drafted = (step: Step) => draftFor(drafts, step)?.values;
  const wasTried = (step: Step) => values['step'] === step;
  const proposed = (step: Step) => (found.proposal?.step === step ? found.proposal.input : {});
  function valueOf(step: Step, name: string, known: string): string {
    if (wasTried(step)) return values[name] ?? known;
    const draft = drafted(step);
    if (draft) return draft[name] ?? known;
    const prepared = proposed(step)[name];
    return typeof prepared === 'string' || typeof prepared === 'number' ? String(prepared) : known;
  }
  return {
    /** What was typed, else what was kept as a draft, else what was proposed, else what the case says. */
    field: (step: Step, name: string, known = '') => ({
      name,
      id: controlId(step, name),
      error: wasTried(step) ? errorOf(errors, name) : undefined,
      value: valueOf(step, name, known),
    }),
    /** A box that was left unticked is not posted: in a refused form its absence is the answer. */
    ticked: (step: Step, name: string, known = false) =>
      wasTried(step)
        ? values[name] !== undefined
        : ((drafted(step) && drafted(step)?.[name] !== undefined) ?? known),
    errorIn: (step: Step, name: string) => (wasTried(step) ? errorOf(errors, name) : undefined),
  };
}
