// A QR code as the address of an image, for pages whose policy forbids inline markup of other origins.
import { encodeQR } from 'qr';

/** `data:image/svg+xml;base64,…` of a QR code that opens an address; error correction 15 %. */
export function qrImage(address: string): string {
  const svg = encodeQR(address, 'svg', { ecc: 'medium', border: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
