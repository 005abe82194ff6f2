// What the pressed button of a step's form says besides its step: what is taken up with it, and that the next case follows.
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
