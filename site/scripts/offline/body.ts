// A form as the API takes it, for a browser that has no server to ask: of which kind each field is, the page says. Pure.

/** By the name of a field: what it holds, whether nothing said is null, and the sentence where it must not be left out. */
export type Fields = Record<string, { type: string; isNullable: boolean; missing?: string }>;
export type Values = Record<string, string>;

export function bodyFrom(fields: Fields, values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, { type, isNullable }] of Object.entries(fields)) {
    const value = values[name];
    if (type === 'boolean') body[name] = value === 'yes';
    else if (value !== undefined) body[name] = isNullable && value.trim() === '' ? null : value;
  }
  return body;
}

/** The sentences of what is missing, under the names of their fields. A telephone or an address for mail is enough. */
export function missingIn(fields: Fields, values: Values): [name: string, words: string][] {
  const isSaid = (name: string) => (values[name] || '').trim() !== '';
  return Object.entries(fields).flatMap(([name, { missing }]) =>
    missing === undefined || isSaid(name) || (name === 'phone' && isSaid('email'))
      ? []
      : [[name, missing] as [string, string]],
  );
}
