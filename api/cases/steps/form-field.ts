// A field of the form of a step as data: which control, which words, what it shows before anything is typed. Pure.
import type { z } from 'zod';
import type { StaffCaseView } from '../views.ts';

/** What a form may know of its case. */
export type FormCase = Pick<
  z.infer<typeof StaffCaseView>,
  | 'number'
  | 'track'
  | 'contentCode'
  | 'summary'
  | 'procedureSlug'
  | 'subjects'
  | 'handlerId'
  | 'coUnits'
  | 'links'
  | 'consentsToPublication'
  | 'nameAtPublication'
> & {
  sender: object | null;
  reply: Pick<
    NonNullable<z.infer<typeof StaffCaseView>['reply']>,
    'body' | 'outcome' | 'verification' | 'criteria'
  > | null;
  events: readonly Pick<z.infer<typeof StaffCaseView>['events'][number], 'step'>[];
};

export type Choice = { value: string; label: string; hint?: string | undefined };
export type Choices = { label: string; options: Choice[] }[];

/** What there is to choose from, by names that the viewer may see; `guidance` is where khiếu nại and tố cáo go. */
export type FormLists = {
  handlers: Choices;
  colleagues: Choices;
  procedures: Choices;
  units: Choice[];
  guidance: string;
};

/** `known` is what the control shows before anything is typed or proposed. */
type Named = { name: string; label: string; hint?: string; known?: string | undefined; optional?: true };
export type FormField =
  | { control: 'words'; text: string }
  | { control: 'link'; text: string; href: string }
  | (Named & { control: 'area'; rows: number })
  | (Named & {
      control: 'line';
      type?: 'date';
      inputmode?: 'numeric';
      maxlength?: number;
      autocomplete?: 'off';
    })
  | (Named & { control: 'select'; options?: Choice[]; groups?: Choices; empty?: string })
  | (Named & { control: 'radios'; options: Choice[] })
  | { control: 'box'; name: string; label: string }
  /** A list: each choice is a box of its own; `known` are the labels of the ticked ones. */
  | { control: 'boxes'; name: string; label: string; options: Choice[]; known: readonly string[] }
  | { control: 'group'; look: 'subject' | 'criteria'; legend: string; fields: FormField[] };

export const area = (
  name: string,
  label: string,
  rows: number,
  more: Partial<Pick<Named, 'hint' | 'known' | 'optional'>> = {},
): FormField => ({ control: 'area', name, label, rows, ...more });

/** Choices out of an enumeration and its words. */
export const choicesOf = <T extends string>(all: readonly T[], words: Record<T, string>): Choice[] =>
  all.map((value) => ({ value, label: words[value] }));
