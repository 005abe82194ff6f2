// Reads content/contacts.yaml, in its order.
import { readYaml } from '../content/read.ts';
import { type Contact, Contacts } from './schema.ts';

export function readContacts(from: string): Promise<Contact[]> {
  return readYaml(from, 'contacts.yaml', Contacts);
}
