// Whom a case is given to: a handler, or a unit as a whole, whose head then gives it to one of its people. Pure.

const wholeUnit = 'unit:';

/** A unit as a choice among handlers; no id of an account looks like it. */
export const asUnit = (code: string): string => wholeUnit + code;

/** The unit that was chosen as a whole; undefined: a person was. */
export const unitChosen = (choice: string): string | undefined =>
  choice.startsWith(wholeUnit) ? choice.slice(wholeUnit.length) : undefined;
