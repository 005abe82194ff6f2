// Every field of a phản ánh, kiến nghị, and what is asked of them all. Nobody else lists them. Pure.
import type { z } from 'zod';
import { consents } from './consents.ts';
import type { CaseField } from './field.ts';
import { letter } from './letter.ts';
import { person } from './person.ts';

/** In the order of the form, its parts and their fields; what was hashed of a form follows this order. */
export const parts = { letter, person, consents } as const;
export const fields = { ...letter, ...person, ...consents } as const;

type Fields = typeof fields;
export type FieldName = keyof Fields;
type Named<Part, Value> = {
  [Name in FieldName]: Fields[Name] extends Record<Part & string, Value> ? Name : never;
}[FieldName];
type KeptIn<Place> = Named<'kept', { in: Place }>;

/** Columns of the rows that a case is kept in, as the register has them. */
type Columns<Name extends FieldName> = { [One in Name]: z.output<Fields[One]['column']> };
export type ContentColumns = Columns<KeptIn<'content'>>;
export type SenderColumns = Columns<KeptIn<'sender'>>;
/** What is sought in texts that go out. */
export type MaskedName = Named<'masked', true>;

/** What a person said, however it came in: what may be left out may be missing. */
export type Said = {
  [Name in FieldName as undefined extends z.output<Fields[Name]['schema']> ? never : Name]: z.output<
    Fields[Name]['schema']
  >;
} & {
  [Name in FieldName as undefined extends z.output<Fields[Name]['schema']> ? Name : never]?: z.output<
    Fields[Name]['schema']
  >;
};

/** The same as the register keeps it: null for what was not said. */
export type Stored = Columns<FieldName>;

/** In the order of the form. */
export const fieldNames = Object.keys(fields) as FieldName[];
const rows: Record<FieldName, CaseField> = fields;
const namesWhere = <Name extends FieldName>(holds: (field: CaseField) => boolean): Name[] =>
  fieldNames.filter((name) => holds(rows[name])) as Name[];

export const contentNames = namesWhere<KeptIn<'content'>>(({ kept }) => kept.in === 'content');
export const senderNames = namesWhere<KeptIn<'sender'>>(({ kept }) => kept.in === 'sender');
export const maskedNames = namesWhere<MaskedName>(({ masked }) => masked);
export const signNames = namesWhere<Named<'signs', true>>(({ signs }) => signs);
export const draftNames = namesWhere(({ draft }) => draft);

type Schemas<Part extends Record<string, CaseField>> = { [Name in keyof Part]: Part[Name]['schema'] };
/** The schemas of a part of the form, for the bodies that carry it. */
export const schemasOf = <Part extends Record<string, CaseField>>(part: Part): Schemas<Part> =>
  Object.fromEntries(Object.entries(part).map(([name, { schema }]) => [name, schema])) as Schemas<Part>;

type Withheld = Exclude<Named<'identifies', true>, KeptIn<'case'>>;
type Open = Exclude<Named<'identifies', false>, KeptIn<'case'>>;
type Views<Name extends FieldName> = { [One in Name]: Fields[One]['column'] };
const viewsOf = <Name extends FieldName>(list: Name[]): Views<Name> =>
  Object.fromEntries(list.map((name) => [name, rows[name].column])) as Views<Name>;
export const withheldNames = namesWhere<Withheld>(({ kept, identifies }) => kept.in !== 'case' && identifies);
export const openNames = namesWhere<Open>(({ kept, identifies }) => kept.in !== 'case' && !identifies);
/** What officers read of a case: by who may know the sender, and by all who see the case. */
export const withheldViews = viewsOf(withheldNames);
export const openViews = viewsOf(openNames);

type Own = Exclude<FieldName, KeptIn<'case'>>;
/** What a sender reads of their own letter: every word of theirs, in the order of the form. */
export const ownNames = namesWhere<Own>(({ kept }) => kept.in !== 'case');
export const ownViews = viewsOf(ownNames);

/** The type in PostgreSQL of a column that is this field's alone. */
export function typeOf(name: KeptIn<'content' | 'sender'>): string {
  return fields[name].kept.as;
}

/** What was said as the register keeps it. */
export const storedOf = (said: Said): Stored =>
  Object.fromEntries(fieldNames.map((name) => [name, said[name] ?? null])) as Stored;

/** What a sender said of themselves, as it was said then. */
export const saidBy = (sender: SenderColumns): Pick<Said, KeptIn<'sender'>> =>
  Object.fromEntries(Object.entries(sender).map(([name, value]) => [name, value ?? undefined])) as Pick<
    Said,
    KeptIn<'sender'>
  >;

/** A row of everything that is known of a case: what tells who sent it (null once it is erased) apart from the rest. */
export function apart<Row extends { [Name in Withheld]: Stored[Name] | null }>(
  row: Row,
): { withheld: Columns<Withheld> | null; shown: Omit<Row, Withheld> } {
  const isWithheld = new Set<string>(withheldNames);
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => isWithheld.has(name) === wanted));
  return {
    // A name must be given: where it is gone, the whole sender is.
    withheld: row.name === null ? null : (pick(true) as Columns<Withheld>),
    shown: pick(false) as Omit<Row, Withheld>,
  };
}

/** The letter in a row of its columns; null once it is erased, when the name that must be given is gone. */
export const ownWords = (row: { [Name in Own]: Stored[Name] | null }): Columns<Own> | null =>
  row.name === null ? null : (Object.fromEntries(ownNames.map((name) => [name, row[name]])) as Columns<Own>);

/** The words in which signs are looked for. */
export const signedTexts = (said: Said): (string | undefined)[] => signNames.map((name) => said[name]);

/** What a value is read as, `undefined` where nothing was said; a procedure by the name that the caller knows. */
export function wordsOf(name: FieldName, value: unknown, procedureName?: string): string | undefined {
  const { reads } = rows[name];
  if (reads === 'procedure') return procedureName;
  if (reads === 'agreed') return value === true ? 'Đồng ý' : 'Không đồng ý';
  if (typeof value !== 'string' || value === '') return undefined;
  return reads === 'words' ? value : (reads[value] ?? value);
}

/** The fields that the officer's page of a case lists by their labels. */
export const isListed = (name: FieldName): boolean => rows[name].casePage === 'listed';
export const labelOf = (name: FieldName): string => rows[name].label;
