// A channel as a vCard, to keep among one's telephone numbers.
import type { APIContext } from 'astro';
import { localDate } from '../../../api/dates/dates.ts';
import { vcardOf } from '../../../api/contacts/vcard.ts';
import { contactOf, fileOf, noFile } from '../../lib/content/contact-of.ts';
import { cacheOf } from '../../lib/address/origin.ts';

export const prerender = false;

export async function GET(context: APIContext): Promise<Response> {
  const contact = await contactOf(context);
  if (!contact) return noFile('Không có kênh này. Xem các kênh ở trang /duong-day-nong.');
  const { publicOrigin, now } = context.locals;
  const card = vcardOf(contact, publicOrigin && `${publicOrigin}/duong-day-nong`, localDate(now));
  return fileOf(card, 'text/vcard; charset=utf-8', {
    name: `${contact.id}.vcf`,
    cache: cacheOf(context.locals),
  });
}
