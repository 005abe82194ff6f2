// A JSON Schema told as a table: one row for each field, in Vietnamese.
import type { Schema } from './openapi.ts';

export type Row = { name: string; type: string; isRequired: boolean; note: string };
export type Shape = { title: string; rows: Row[] };
type Named = Record<string, Schema>;

const maxDepth = 7;
const typeNames: Record<string, string> = {
  string: 'chuỗi',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'đúng hoặc sai',
  null: 'null',
  object: 'đối tượng',
  array: 'danh sách',
};

/**
 * The fields of a schema as rows, `a.b` for a field in a field and `a[].b` for one in a list.
 * A choice between objects gives one shape for each; anything else gives a single shape without title.
 */
export function shapesOf(schema: Schema, named: Named): Shape[] {
  const whole = resolve(schema, named);
  const choices = (whole.oneOf ?? whole.anyOf ?? []).map((choice) => resolve(choice, named));
  if (choices.length > 0 && choices.every(({ properties }) => properties))
    return choices.map((choice) => ({ title: marker(choice), rows: rowsOf(choice, named, '', 0) }));
  const itself = { name: '', type: typeOf(whole, named), isRequired: true, note: noteOf(whole) };
  return [{ title: '', rows: whole.properties ? rowsOf(whole, named, '', 0) : [itself] }];
}

/** The type of one value in words, such as `chuỗi hoặc null`. */
export function typeOf(schema: Schema, named: Named): string {
  const whole = resolve(schema, named);
  if (whole['const'] !== undefined) return JSON.stringify(whole['const']);
  if (Array.isArray(whole['enum'])) return whole['enum'].map((value) => JSON.stringify(value)).join(' | ');
  const choices = whole.oneOf ?? whole.anyOf;
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, named)))].join(' hoặc ');
  if (whole.items && [whole.type].flat().includes('array')) return `danh sách ${typeOf(whole.items, named)}`;
  const types = [whole.type ?? 'object'].flat();
  return types.map((type) => typeNames[type] ?? type).join(' hoặc ');
}

/** The limits of one value in words: format, lengths, bounds, pattern, default. */
export function noteOf(schema: Schema): string {
  const say = (key: string, words: (value: string) => string) =>
    schema[key] === undefined || schema[key] === ''
      ? []
      : [words(typeof schema[key] === 'object' ? JSON.stringify(schema[key]) : String(schema[key]))];
  return [
    ...say('description', (text) => text),
    ...say('format', (format) => `dạng ${format}`),
    ...(schema['minLength'] === 1 ? [] : say('minLength', (n) => `ít nhất ${n} ký tự`)),
    ...say('maxLength', (n) => `nhiều nhất ${n} ký tự`),
    ...say('minimum', (n) => `từ ${n}`),
    ...say('maximum', (n) => `đến ${n}`),
    ...say('pattern', (pattern) => `khuôn ${pattern}`),
    ...(schema['default'] === null ? [] : say('default', (value) => `nếu bỏ trống: ${value}`)),
  ].join('; ');
}

function rowsOf(schema: Schema, named: Named, prefix: string, depth: number): Row[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const whole = resolve(value, named);
    const name = `${prefix}${key}`;
    const row = { name, type: typeOf(whole, named), isRequired: required.has(key), note: noteOf(whole) };
    return [row, ...inner(whole, named, name, depth + 1)];
  });
}

// The fields inside a value: an object's own, a list's elements', or those of the one object among its choices.
// Depth ends a schema that holds itself.
function inner(schema: Schema, named: Named, name: string, depth: number): Row[] {
  if (depth > maxDepth) return [];
  if (schema.properties) return rowsOf(schema, named, `${name}.`, depth);
  if (schema.items) return inner(resolve(schema.items, named), named, `${name}[]`, depth + 1);
  const choices = (schema.oneOf ?? schema.anyOf ?? []).map((choice) => resolve(choice, named));
  const nested = choices.filter((choice) => choice.properties ?? choice.items);
  return nested.length === 1 && nested[0] ? inner(nested[0], named, name, depth + 1) : [];
}

// What tells one of several objects from the others: its fields with a fixed value.
function marker({ properties = {} }: Schema): string {
  const fixed = Object.entries(properties).filter(
    ([, { const: value, enum: values }]) =>
      value !== undefined || (Array.isArray(values) && values.length === 1),
  );
  return fixed.map(([key, value]) => `${key} = ${typeOf(value, {})}`).join(', ');
}

function resolve(schema: Schema, named: Named): Schema {
  if (schema.$ref) return named[schema.$ref.split('/').at(-1) ?? ''] ?? schema;
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolve(part, named));
  return {
    ...schema,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>,
    required: parts.flatMap(({ required = [] }) => required),
  };
}
