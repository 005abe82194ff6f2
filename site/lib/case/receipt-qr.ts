// A QR code as the address of an image, for pages whose policy forbids inline markup of other origins.
import { encodeQR } from 'qr';

/** `data:image/svg+xml,…` of a QR code that opens an address; error correction 15 %. */
export function qrImage(address: string): string {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 4 });
  const side = rows.length;
  // A run of dark squares is one line of the path: a third of what one line for each square weighs.
  const path = rows.map((row, y) => `M0 ${y + 0.5}${runsOf(row)}`).join('');
  const svg = `<svg viewBox='0 0 ${side} ${side}' xmlns='http://www.w3.org/2000/svg' shape-rendering='crispEdges'><path stroke='#000' d='${path}'/></svg>`;
  return `data:image/svg+xml,${svg.replaceAll(/[<>#]/g, encodeURIComponent)}`;
}

const runsOf = (row: boolean[]): string =>
  (
    row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .match(/1+|0+/g) ?? []
  )
    .map((run) => (run.startsWith('1') ? `h${run.length}` : `m${run.length} 0`))
    .join('');
