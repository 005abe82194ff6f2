// A QR code that opens the vCard of a channel.
import type { APIContext } from 'astro';
import { contactOf, fileOf, noFile } from '../../lib/content/contact-of.ts';
import { qrSvg } from '../../lib/content/qr.ts';
import { cacheOf } from '../../lib/address/origin.ts';

export const prerender = false;

export async function GET(context: APIContext): Promise<Response> {
  const contact = await contactOf(context);
  if (!contact) return noFile('Không có kênh này. Xem các kênh ở trang /duong-day-nong.');
  const { publicOrigin } = context.locals;
  // A code can only hold a whole address.
  if (!publicOrigin) return noFile('Cổng chưa có địa chỉ công khai nên chưa có mã QR.');
  const address = `${publicOrigin}/duong-day-nong/${contact.id}.vcf`;
  return fileOf(qrSvg(address, 4), 'image/svg+xml', { cache: cacheOf(context.locals) });
}
