// A field of the form of a step as data: which control, which words, what it shows before anything is typed. Pure.
import type { z } from 'zod';
import type { Asked, Choice, Choices } from '../../forms/asked.ts';
import type { guideOutLabels } from '../labels.ts';
import type { StaffCaseView } from '../views.ts';

/** What a form may know of its case. */
export type FormCase = Pick<
  z.infer<typeof StaffCaseView>,
  | 'number'
  | 'track'
  | 'contentCode'
  | 'summary'
  | 'suggestedSummary'
  | 'procedureSlug'
  | 'subjects'
  | 'handlerId'
  | 'coUnits'
  | 'links'
  | 'consentsToPublication'
  | 'nameAtPublication'
  | 'reportedOn'
  | 'reportNumber'
> & {
  sender: object | null;
  reply: Pick<
    NonNullable<z.infer<typeof StaffCaseView>['reply']>,
    'body' | 'outcome' | 'verification' | 'criteria'
  > | null;
  events: readonly Pick<z.infer<typeof StaffCaseView>['events'][number], 'step'>[];
};

/** What there is to choose from, by names that the viewer may see; `guidance` is where khiếu nại and tố cáo go. */
export type FormLists = {
  handlers: Choices;
  colleagues: Choices;
  procedures: Choices;
  units: Choice[];
  guidance: Record<keyof typeof guideOutLabels, string>;
};

/** `known` is what the control shows before anything is typed or proposed. */
type Named = { name: string; known?: string | undefined };
export type FormField =
  | { control: 'words'; text: string }
  | { control: 'link'; text: string; href: string }
  | (Asked & Named)
  /** A list: each choice is a box of its own; `known` are the labels of the ticked ones. */
  | { control: 'boxes'; name: string; label: string; options: Choice[]; known: readonly string[] }
  /** An area for each choice of the field `of`, of which the chosen one is shown and sent. */
  | {
      control: 'per-choice';
      name: string;
      of: string;
      rows: number;
      hint: string;
      /** What is said where nothing is chosen yet. */
      unchosen: string;
      areas: { choice: string; label: string; known: string }[];
    }
  /** A button of its own, which takes the step and says this besides; `instead` are its words while `of` holds `value`. */
  | {
      control: 'also';
      name: string;
      label: string;
      instead: { of: string; value: string; label: string };
    }
  | { control: 'group'; look: 'subject' | 'criteria'; legend: string; fields: FormField[] };

/** The name of the area of one choice. */
export const areaOf = (name: string, choice: string): string => `${name}-${choice}`;

export const area = (
  name: string,
  label: string,
  rows: number,
  more: { hint?: string; known?: string | undefined; optional?: true } = {},
): FormField => ({ control: 'area', name, label, rows, ...more });
