// Who has a case after a hand-over, by the rule of assigning; and for which channels the portal names somebody. Pure.
import { isSide } from '../cases/visibility.ts';
import type { Contact } from '../contacts/schema.ts';

type Person = { id: string; unit: string };
type Subject = { unit: string; staffId: string };

/** The first of the receivers to whom the case may be given; undefined: it waits for who assigns cases. */
export const receiverOf = <Receiver extends Person>(
  receivers: readonly Receiver[],
  subjects: readonly Subject[],
): Receiver | undefined => receivers.find((one) => !isSide(one, subjects));

const same = (one: string | null | undefined, other: string) =>
  !!one && one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase();

/** The names of the channels on which the portal names a person, by name or e-mail, as focal person or substitute. */
export const focalFor = (
  contacts: readonly Contact[],
  { name, email }: { name: string; email: string },
): string[] =>
  contacts
    .filter(({ focalPersons }) =>
      focalPersons
        .flatMap((person) => [person, ...(person.substitute ? [person.substitute] : [])])
        .some((person) => same(person.name, name) || same(person.email, email)),
    )
    .map((contact) => contact.name);
