// A field of a form as data: which control asks for it, in which words. Pure.

export type Choice = { value: string; label: string; hint?: string | undefined };
export type Choices = { label: string; options: Choice[] }[];

type Words = { label: string; hint?: string; optional?: true; required?: true };

/** What asks for one thing; choices that only the page knows (procedures, colleagues) are given by the page. */
export type Asked =
  | (Words & { control: 'area'; rows: number })
  | (Words & {
      control: 'line';
      type?: 'date' | 'tel' | 'email';
      inputmode?: 'numeric' | 'tel' | 'email';
      maxlength?: number;
      autocomplete?: 'off' | 'name' | 'address-line1' | 'tel' | 'email';
    })
  | (Words & { control: 'select'; options?: Choice[]; groups?: Choices; empty?: string })
  | (Words & { control: 'radios'; options: Choice[] })
  | { control: 'box'; label: string; hint?: string };

/** Choices out of an enumeration and its words. */
export const choicesOf = <T extends string>(all: readonly T[], words: Record<T, string>): Choice[] =>
  all.map((value) => ({ value, label: words[value] }));
