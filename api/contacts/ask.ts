// Whom a citizen asks before relying on what the department has not confirmed, by what the channels truly offer. Pure.
import { detailsOn, holdsOn } from './expiry.ts';
import type { Contact, DetailType, Tier } from './schema.ts';

/** Who answers, and how; `phone`, `email` null: none that is known and verified. */
export type WhomToAsk = { id: string; name: string; phone: string | null; email: string | null };

/** The counter answers how a dossier is filed, the department what it publishes. */
const tiersOf = {
  counter: ['one-stop', 'department'],
  department: ['department', 'one-stop'],
} as const satisfies Record<string, Tier[]>;
export type Asked = keyof typeof tiersOf;

/**
 * The channel to ask on `today` (YYYY-MM-DD, Việt Nam): the first with a verified telephone, else with a verified
 * address for mail, else the first by name alone. Undefined: no channel of these kinds holds.
 */
export function whomToAsk(contacts: readonly Contact[], today: string, asked: Asked): WhomToAsk | undefined {
  const all = tiersOf[asked]
    .flatMap((tier) => contacts.filter((contact) => contact.tier === tier && holdsOn(contact, today)))
    .map((contact) => {
      const known = (type: DetailType) =>
        detailsOn(contact, today).find(
          (detail) =>
            detail.type === type && detail.checked && detail.value !== null && holdsOn(detail, today),
        )?.value ?? null;
      return { id: contact.id, name: contact.name, phone: known('phone'), email: known('email') };
    });
  return all.find(({ phone }) => phone !== null) ?? all.find(({ email }) => email !== null) ?? all[0];
}

/** The one sentence on doubt in plain words: `Sở chưa xác nhận nội dung này: hỏi lại … trước khi nộp hồ sơ.` */
export const unconfirmedSentence = (
  asked: string,
  { about = 'nội dung này', before = 'nộp hồ sơ' } = {},
): string => `Sở chưa xác nhận ${about}: hỏi lại ${asked} trước khi ${before}.`;
