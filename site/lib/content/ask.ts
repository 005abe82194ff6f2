// Whom to ask about a procedure before lodging it: the place that takes dossiers, or the department's channels.
import { contacts } from './contacts.ts';
import { department } from './department.ts';

const oneStop = contacts.find(({ tier }) => tier === 'one-stop');

/** The name of the place, and where its address, hours and telephone stand as far as they are known. */
export const askPlace = { name: oneStop?.name ?? department.name, href: '/duong-day-nong' };

/** The same place without the province, for a line of a few words. */
export const counterName = askPlace.name.replace(` ${department.province}`, '');
