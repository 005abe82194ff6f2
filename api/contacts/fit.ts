// The channels as they are fit to be shown to people: nothing that nobody has verified, no channel without a way. Pure.
import { notGiven } from './labels.ts';
import type { Contact, Detail } from './schema.ts';

/**
 * What is unverified stands as not known; a channel that is then reached in no way is left out, unless the law names it
 * (the province's receiver) or it is the department's own. Sources and notes stay with the data.
 */
export const fitContacts = (contacts: readonly Contact[]): Contact[] =>
  contacts
    .map((contact) => ({ ...contact, details: contact.details.map(fitDetail) }))
    .filter(({ tier, details }) => tier !== 'support' || details.some(({ value }) => value !== null));

const fitDetail = (detail: Detail): Detail =>
  detail.checked
    ? detail
    : { ...detail, value: null, hours: null, missing: notGiven, note: null, checked: true };
