// A QR code as the address of an image, for pages whose policy forbids inline markup of other origins.
import { qrSvg } from '../content/qr.ts';

/** `data:image/svg+xml,…` of a QR code that opens an address. */
export const qrImage = (address: string): string =>
  `data:image/svg+xml,${qrSvg(address, 4).replaceAll(/[<>#]/g, encodeURIComponent)}`;
