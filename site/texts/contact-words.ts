// Channels, ways of reaching them and opening hours, called by name.
import { dateOf, dayNumber } from '../../api/dates/dates.ts';
import { pastWords } from '../../api/contacts/expiry.ts';
import { detailLabels, personLabels, tierLabels } from '../../api/contacts/labels.ts';
import type { DetailType, Tier } from '../../api/contacts/schema.ts';
import type { ChannelOpening } from '../../api/contacts/views.ts';
import { openingWords } from '../lib/case/opening-words.ts';
import { dayIn } from '../lib/words/day.ts';
import type { Language } from '../../api/languages/language.ts';

type Names = {
  tiers: Record<Tier, string>;
  details: Record<DetailType, string>;
  person: Record<keyof typeof personLabels, string>;
};

export const contactNames: Record<Language, Names> = {
  vi: { tiers: tierLabels, details: detailLabels, person: personLabels },
  en: {
    tiers: {
      province: 'The receiving body of the province',
      national: 'The national system',
      department: 'The department itself',
      'one-stop': 'Where dossiers are lodged and results collected',
      support: 'Help with the national portal',
    },
    details: {
      phone: 'Telephone',
      email: 'E-mail',
      address: 'Address',
      website: 'Website',
      form: 'Online form',
      hours: 'Opening hours',
    },
    person: { name: 'Name', position: 'Position', phone: 'Telephone', email: 'E-mail' },
  },
};

/** That what held until a day (YYYY-MM-DD) holds no more, for the end of a sentence. */
export const pastIn: Record<Language, (validTo: string) => string> = {
  vi: pastWords,
  en: (validTo) =>
    `has not been valid since ${dayIn('en', dateOf(dayNumber(validTo) + 1))}; the department has not updated it`,
};

/** Whether a channel is open, as a sentence; `today` as YYYY-MM-DD, times of Việt Nam. */
export const openingIn: Record<Language, (opening: ChannelOpening, today: string) => string> = {
  vi: openingWords,
  en(opening, today) {
    const doubt = [
      opening.checked ? '' : ' These hours are not verified.',
      opening.certain ? '' : ' The public holidays of these days are still provisional.',
    ].join('');
    if (opening.state === 'open')
      return `${opening.allDay ? 'All day, without a break.' : `Until ${opening.until} today (Vietnam time).`}${doubt}`;
    const { opensOn, opensAt, reason } = opening;
    if (opensOn === null) return `The day of reopening is not known.${doubt}`;
    const why = { hours: '', weekend: ' (weekend)', holiday: ' (public holiday)' }[reason];
    const day = opensOn === today ? 'today' : `on ${dayIn('en', opensOn)}`;
    return `Opens ${day} at ${opensAt}, Vietnam time${why}.${doubt}`;
  },
};
