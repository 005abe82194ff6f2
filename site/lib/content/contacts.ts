// The channels for phản ánh, kiến nghị, from content/contacts.yaml in its order; a wrong file stops the build.
import { parse } from 'yaml';
import { fitContacts } from '../../../api/contacts/fit.ts';
import { Contacts } from '../../../api/contacts/schema.ts';
import source from '@content/contacts.yaml?raw';

/** Everything that is written down, also what nobody has verified: for the open data alone. */
export const allContacts = Contacts.parse(parse(source));

/** What pages show. */
export const contacts = fitContacts(allContacts);
