// A QR code that opens the page of a procedure, for the lists on the notice board; of no other address.
import type { APIContext } from 'astro';
import { fileOf, noFile } from '../../../lib/content/contact-of.ts';
import { qrSvg } from '../../../lib/content/qr.ts';
import { cacheOf } from '../../../lib/address/origin.ts';

export const prerender = false;

export function GET({ params, locals }: APIContext): Response {
  const { path = '' } = params;
  if (!/^thu-tuc\/[a-z0-9.-]{1,80}$/.test(path))
    return noFile('Chỉ có mã QR của trang thủ tục, dạng /bang-niem-yet/qr/thu-tuc/{mã}.svg.');
  const { publicOrigin } = locals;
  // A code can only hold a whole address.
  if (!publicOrigin) return noFile('Cổng chưa có địa chỉ công khai nên chưa có mã QR.');
  return fileOf(qrSvg(`${publicOrigin}/${path}`, 2), 'image/svg+xml', { cache: cacheOf(locals) });
}
