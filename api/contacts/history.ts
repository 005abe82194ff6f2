// What changed in the channels and when, read off what was published; wording of the change in Vietnamese. Pure.
import { z } from 'zod';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { DetailType } from './schema.ts';
import { detailLabels, focalPersonLabel, personLabels, substituteLabel } from './labels.ts';

/** One published state of a channel; `hash` null: it was taken away. */
export type PublishedContact = { key: string; hash: string | null; publishedAt: Date; snapshot: unknown };

export const ContactChange = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Date in Việt Nam on which the portal first showed it, and the moment. */
  on: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** Null stands for "not known". */
  changes: z.array(
    z.strictObject({ what: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
});
export type ContactChange = z.infer<typeof ContactChange>;

// Snapshots of earlier shapes must stay readable for ever.
const text = z.string().nullish().catch(null);
const Person = z.looseObject({ name: text, position: text, phone: text, email: text });
const Snapshot = z.looseObject({
  name: z.string(),
  operator: text,
  description: text,
  validFrom: text,
  validTo: text,
  details: z.array(
    z.looseObject({
      type: z.string(),
      value: text,
      checked: z.boolean().default(true),
      testedOn: text,
      validFrom: text,
      validTo: text,
    }),
  ),
  focalPersons: z
    .array(Person.extend({ validFrom: text, validTo: text, substitute: Person.nullish().catch(null) }))
    .default([]),
});
type Snapshot = z.infer<typeof Snapshot>;

/** The changes, newest first, out of all published states (any order of keys, each key oldest first). */
export function contactChanges(states: readonly PublishedContact[]): ContactChange[] {
  const before = new Map<string, Snapshot>();
  const told: ContactChange[] = [];
  for (const { key, hash, publishedAt, snapshot } of states) {
    const now = hash === null ? undefined : Snapshot.safeParse(snapshot).data;
    const earlier = before.get(key);
    const named = { id: key, on: localDate(publishedAt), at: publishedAt.toISOString() };
    if (now) before.set(key, now);
    else before.delete(key);
    if (now && !earlier) told.push({ ...named, name: now.name, kind: 'added', changes: [] });
    else if (!now && earlier) told.push({ ...named, name: earlier.name, kind: 'removed', changes: [] });
    else if (now && earlier) {
      const changes = differences(facts(earlier), facts(now));
      if (changes.length > 0) told.push({ ...named, name: now.name, kind: 'changed', changes });
    }
  }
  return told.toReversed().toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** One change as a sentence: `đổi Điện thoại từ 0255 3822 001 thành 0255 3822 002`. */
export function changeWords({ what, from, to }: ContactChange['changes'][number]): string {
  if (from === null) return `bổ sung ${what}: ${to ?? ''}`;
  if (to === null) return `bỏ ${what} (trước đó là ${from})`;
  return `đổi ${what} từ ${from} thành ${to}`;
}

/** A whole entry without its day: `đổi … ; bổ sung …`, or that the channel came or went. */
export function entryWords({ kind, changes }: Pick<ContactChange, 'kind' | 'changes'>): string {
  if (kind === 'added') return 'công bố kênh này trên cổng';
  if (kind === 'removed') return 'rút kênh này khỏi cổng';
  return changes.map(changeWords).join('; ');
}

const day = (date: string | null | undefined) => (date ? vietnameseDate(date) : null);

/** Each fact of a channel under a label that is its own; what is not known is null. */
function facts({ details, focalPersons, ...contact }: Snapshot): Map<string, string | null> {
  const all = new Map<string, string | null>([
    ['Tên kênh', contact.name],
    ['Cơ quan phụ trách', contact.operator ?? null],
    ['Giới thiệu', contact.description ?? null],
    ['Ngày bắt đầu của kênh', day(contact.validFrom)],
    ['Ngày kết thúc của kênh', day(contact.validTo)],
  ]);
  const add = (label: string, value: string | null | undefined) => {
    let name = label;
    for (let count = 2; all.has(name); count += 1) name = `${label} thứ ${count}`;
    all.set(name, value ?? null);
  };
  for (const { type, value, checked, testedOn, validFrom, validTo } of details) {
    const known = DetailType.safeParse(type).data;
    const label = known ? detailLabels[known] : type === 'focal-person' ? focalPersonLabel : type;
    // What was not verified is not shown, also not as something of the past.
    add(label, checked ? value : null);
    add(`Ngày thử gần nhất của ${label}`, day(testedOn));
    add(`Ngày bắt đầu của ${label}`, day(validFrom));
    add(`Ngày kết thúc của ${label}`, day(validTo));
  }
  for (const person of focalPersons) {
    for (const [label, one] of [
      [focalPersonLabel, person],
      [substituteLabel, person.substitute],
    ] as const)
      for (const key of ['name', 'position', 'phone', 'email'] as const)
        add(`${label} – ${personLabels[key]}`, one?.[key]);
    add(`${focalPersonLabel} – từ ngày`, day(person.validFrom));
    add(`${focalPersonLabel} – đến ngày`, day(person.validTo));
  }
  return all;
}

function differences(before: Map<string, string | null>, after: Map<string, string | null>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((what) => ({ what, from: before.get(what) ?? null, to: after.get(what) ?? null }))
    .filter(({ from, to }) => from !== to);
}
