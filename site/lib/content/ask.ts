// Whom to ask about a procedure before lodging it: the place that takes dossiers, or the department's channels.
import { whomToAsk } from '../../../api/contacts/ask.ts';
import { contacts } from './contacts.ts';
import { department } from './department.ts';

/** The name of who answers, and where its address, hours and telephone stand as far as they are known. */
export const askPlace = {
  name: whomToAsk(contacts, __BUILT_ON__, 'counter')?.name ?? department.name,
  href: '/duong-day-nong',
};

const oneStop = contacts.find(({ tier }) => tier === 'one-stop');

/** The place that takes dossiers without the province, for a line of a few words. */
export const counterName = (oneStop ?? department).name.replace(` ${department.province}`, '');
