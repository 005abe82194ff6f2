// Which fields of a form make up its draft; asked by the page that keeps one and by the script that keeps it by itself.
import { pageTokenField } from '../../../api/forms/page-token-field.ts';

const carried = /^(?:formToken|version|keptForm|draft[A-Z]\w*)$|password|^code$/i;

/** Whether a field is kept: not what the form carries for itself, and nothing secret. */
export const isDraftField = (name: string): boolean => !carried.test(name) && name !== pageTokenField;

/** The fields of a posted form that make up its draft. */
export const draftValues = (fields: Iterable<readonly [string, unknown]>): Record<string, string> =>
  Object.fromEntries(
    [...fields].filter(
      (field): field is [string, string] => typeof field[1] === 'string' && isDraftField(field[0]),
    ),
  );
