// A QR code that opens the vCard of a channel.
import type { APIContext } from 'astro';
import { encodeQR } from 'qr';
import { contactOf, fileOf, noFile } from '../../lib/contact-of.ts';

export const prerender = false;

export async function GET(context: APIContext): Promise<Response> {
  const contact = await contactOf(context);
  if (!contact) return noFile('Không có kênh này. Xem các kênh ở trang /duong-day-nong.');
  const address = `${context.locals.origin}/duong-day-nong/${contact.id}.vcf`;
  return fileOf(encodeQR(address, 'svg', { ecc: 'medium', border: 4 }), 'image/svg+xml');
}
