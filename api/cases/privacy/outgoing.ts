// Whatever leaves to somebody else than the one it was written to: nobody’s personal data goes with it unseen. Pure.
// Sources: Điều 16 Luật 91/2025/QH15, Điều 19 Nghị định 20/2008/NĐ-CP.
import type { MaskedName, SenderColumns } from '../fields/table.ts';
import { findPersonalData, type Finding } from './masking.ts';
import type { Sender } from './sender-patterns.ts';

/** A person of a case as the portal knows them; `mayBeNamed`: they asked to be named in public. */
export type Person = Pick<SenderColumns, MaskedName> & { mayBeNamed?: boolean };

const knownOf = ({ name, mayBeNamed = false, ...rest }: Person): Sender => ({
  // Who asked to be named may be; everything else of theirs still never goes out.
  name: mayBeNamed ? '' : name,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
});

/**
 * What stands against texts going out, one line for each finding with its field as a JSON pointer: what certainly is
 * one of the persons' always does, what only looks personal until somebody has confirmed it.
 */
export function unmaskedIn(
  texts: Readonly<Record<string, string>>,
  persons: readonly Person[],
  { confirmed }: { confirmed: boolean },
): { pointer: string; detail: string }[] {
  const known = persons.length > 0 ? persons.map(knownOf) : [{ name: '' }];
  return Object.entries(texts).flatMap(([field, text]) => {
    const lines = known
      .flatMap((sender) => findPersonalData(text, sender))
      .filter(({ certain }) => certain || !confirmed)
      .toSorted((one, other) => one.start - other.start)
      .map((finding) => `“${finding.text}”: ${finding.advice}`);
    return [...new Set(lines)].map((detail) => ({ pointer: `/${field}`, detail }));
  });
}

/** A text without what is a person's own: each such place reads “[đã xóa]”. Unchanged when there is none. */
export function withoutPerson(text: string, person: Person): string {
  const anyones = new Set(findPersonalData(text, { name: '' }).map(placeOf));
  const own = findPersonalData(text, knownOf(person)).filter((finding) => !anyones.has(placeOf(finding)));
  // From the back, so that the places before keep their numbers.
  return own
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}[đã xóa]${left.slice(end)}`, text);
}

const placeOf = ({ start, end, certain }: Finding) => `${start}-${end}-${String(certain)}`;
