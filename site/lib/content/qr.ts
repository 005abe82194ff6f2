// A QR code as an SVG image, black on nothing.
import { encodeQR } from 'qr';

/** The image of a code that opens an address, with so many free squares around; error correction 15 %. */
export function qrSvg(address: string, border: number): string {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border });
  const side = rows.length;
  // A run of dark squares is one line of the path: a third of what one line for each square weighs.
  const path = rows.map((row, y) => `M0 ${y + 0.5}${runsOf(row)}`).join('');
  return `<svg viewBox='0 0 ${side} ${side}' xmlns='http://www.w3.org/2000/svg' shape-rendering='crispEdges'><path stroke='#000' d='${path}'/></svg>`;
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
