// What the pressed button of a step's form says besides its step: what is taken up with it, and that the next case follows.
import type { FormField } from '../../../api/cases/steps/form-field.ts';
import type { Values } from '../form/form.ts';

const onward = 'next';

/** The value of a button `press`: `classify takeUp next`. */
export const pressOf = (step: string, { also, goesOn }: { also?: string; goesOn?: boolean }): string =>
  [step, also, goesOn ? onward : undefined].filter(Boolean).join(' ');

/** The posted values with what the pressed button said as fields: `step`, each thing said besides, `goOn`. */
export function readPress({ press, ...values }: Values): Values {
  if (press === undefined) return values;
  const [step = '', ...more] = press.split(' ');
  const said = more.map((name) => [name === onward ? 'goOn' : name, 'yes'] as const);
  return { ...values, step, ...Object.fromEntries(said) };
}

/** Whether the next case is wanted. */
export const goesOn = (values: Values): boolean => values['goOn'] === 'yes';

type Also = Extract<FormField, { control: 'also' }>;
type StepButton = { name: 'step' | 'press'; value: string; words: string; instead?: string };

const onwardWords = (words: string) => `${words}, sang hồ sơ tiếp`;

/**
 * The buttons of a step's form, the likely one first, which Enter presses: what may be taken up with it; what says nothing
 * besides itself leads on to the next case; what has been written stays with its case first.
 */
export function stepButtons({
  step,
  words,
  isBare,
  also,
  goesOn,
}: {
  step: string;
  /** Of the button that stays. */
  words: string;
  isBare: boolean;
  also: readonly Also[];
  goesOn: boolean;
}): StepButton[] {
  const stays: StepButton = { name: 'step', value: step, words };
  const goes: StepButton = {
    name: 'press',
    value: pressOf(step, { goesOn: true }),
    words: isBare ? onwardWords(words) : 'Lưu và sang hồ sơ tiếp',
  };
  if (also.length > 0) return [...also.flatMap((one) => alsoButtons(step, one, goesOn)), stays];
  if (!goesOn) return [stays];
  return isBare ? [goes, stays] : [stays, goes];
}

function alsoButtons(step: string, { name, label, instead }: Also, goesOn: boolean): StepButton[] {
  const stays: StepButton = {
    name: 'press',
    value: pressOf(step, { also: name }),
    words: label,
    instead: instead.label,
  };
  const goes: StepButton = {
    name: 'press',
    value: pressOf(step, { also: name, goesOn: true }),
    words: onwardWords(label),
    instead: onwardWords(instead.label),
  };
  return goesOn ? [goes, stays] : [stays];
}
