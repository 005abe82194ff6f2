// The channels for phản ánh, kiến nghị, from content/contacts.yaml in its order; a wrong file stops the build.
import { parse } from 'yaml';
import { Contacts } from '../../../api/contacts/schema.ts';
import source from '../../../content/contacts.yaml?raw';

export const contacts = Contacts.parse(parse(source));
