// A form as its page shows it again: what was typed and what was refused, under the names that its schema has.
import type { z } from 'zod';
import { errorOf, type FieldErrors, type Values } from './form.ts';

/** The names of a body's fields, those of its parts among them. */
type NamesOf<Body> = Body extends unknown
  ? {
      [Name in keyof Body & string]: NonNullable<Body[Name]> extends
        readonly unknown[] | string | number | boolean
        ? Name
        : unknown extends Body[Name]
          ? Name
          : Name | NamesOf<NonNullable<Body[Name]>>;
    }[keyof Body & string]
  : never;

/**
 * Reader of one form, to be spread into its controls. A name that the schema does not have does not compile; `known` is
 * what stands in a control before anybody has typed. Forms that stand together on a page share names: `group` tells their
 * ids apart.
 */
export function formOf<Schema extends z.ZodType>(
  _schema: Schema,
  values: Values,
  errors: FieldErrors,
  group?: string,
) {
  type Name = NamesOf<z.input<Schema>>;
  const idOf = (name: string) => (group === undefined ? name : `${group}-${name}`);
  return {
    field: (name: Name, known?: string) => ({
      name: name as string,
      id: idOf(name),
      error: errorOf(errors, name),
      value: values[name] ?? known,
    }),
    ticked: (name: Name) => ({
      name: name as string,
      id: idOf(name),
      error: errorOf(errors, name),
      checked: values[name] === 'yes',
    }),
    error: (name: Name) => errorOf(errors, name),
  };
}
