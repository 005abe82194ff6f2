// What the fields of a phản ánh, kiến nghị are called in English, and how their sender is asked. Pure.
import type { Asked } from '../../forms/asked.ts';
import { englishContents, englishKinds } from '../english.ts';
import type { FieldName } from './table.ts';

type Words = {
  /** What it is called where it is looked over. */
  label: string;
  ask: string;
  hint?: string;
  /** The words of the empty choice of a list. */
  empty?: string;
  /** Its choices by their values. */
  choices?: Readonly<Record<string, { label: string; hint?: string }>>;
};

export const englishFields: Record<FieldName, Words> = {
  contentCode: {
    label: 'Kind',
    ask: 'What is it about?',
    hint: 'The eight kinds of Article 5, Decree No. 20/2008/ND-CP. If none fits fully, take the nearest: the department classifies it again.',
    choices: englishContents,
  },
  procedure: {
    label: 'Procedure',
    ask: 'The procedure it is about',
    hint: 'The names are in Vietnamese. Leave it empty if you do not know the name.',
    empty: 'No procedure chosen',
  },
  body: {
    label: 'What happened',
    ask: 'What happened',
    hint: 'Say where, when, what, and what went wrong. Write in Vietnamese, at least 20 characters. Do not give identity card or bank account numbers.',
  },
  wish: { label: 'What you ask for', ask: 'What would you like the department to do?' },
  kind: {
    label: 'Sent as',
    ask: 'You are sending this as',
    choices: { person: { label: englishKinds.person }, organisation: { label: englishKinds.organisation } },
  },
  name: { label: 'Full name or organisation', ask: 'Full name, or name of the organisation' },
  address: {
    label: 'Address',
    ask: 'Address',
    hint: 'House number and street, commune or town, province or country.',
  },
  phone: {
    label: 'Telephone',
    ask: 'Telephone',
    hint: 'Give a telephone number or an e-mail address, at least one of them. From abroad: + and the country code.',
  },
  email: { label: 'E-mail', ask: 'E-mail' },
  consentsToNotices: {
    label: 'News by e-mail',
    ask: 'I agree to be told about my case by e-mail.',
    hint: 'Optional. Without it you can still look the case up with your codes.',
  },
  consentsToPublication: {
    label: 'Publication of the content without anything that tells who you are',
    ask: 'I agree that what I wrote is published after everything that tells who I am has been removed.',
    hint: 'Optional. Results are published by Article 19, Decree No. 20/2008/ND-CP; what you wrote is always edited first.',
  },
};

/** The control that asks a sender for a field, in English words; choices keep their values. */
export function askedInEnglish(name: FieldName, asked: Asked): Asked {
  const { ask: label, hint, empty, choices = {} } = englishFields[name];
  const words = { label, ...(hint !== undefined && { hint }) };
  if (asked.control === 'radios' || (asked.control === 'select' && asked.options))
    return {
      ...asked,
      ...words,
      options: (asked.options ?? []).map((option) => ({ ...option, ...choices[option.value] })),
    };
  return asked.control === 'select'
    ? { ...asked, ...words, ...(empty !== undefined && { empty }) }
    : { ...asked, ...words };
}

/** What a value is read as, `undefined` where nothing was said. `isOwn`: words of the portal, not of who wrote. */
export function englishWords(
  name: FieldName,
  value: unknown,
  procedureName?: string,
): { words: string; isOwn: boolean } | undefined {
  if (name === 'procedure')
    return procedureName === undefined ? undefined : { words: procedureName, isOwn: false };
  if (typeof value === 'boolean') return { words: value ? 'Agreed' : 'Not agreed', isOwn: true };
  if (typeof value !== 'string' || value === '') return undefined;
  const choice = englishFields[name].choices?.[value];
  return choice ? { words: choice.label, isOwn: true } : { words: value, isOwn: false };
}
