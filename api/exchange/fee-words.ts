// A fee out of a cell's words: the words always, an amount only where one sum is named and for nothing in particular.
import type { Part } from '../procedures/part.ts';
import type { Fee } from '../procedures/schema.ts';

const none =
  /^(?:(?:phí|lệ phí|phí, lệ phí): ?)?(?:không(?: (?:có|thu|mất|quy định|phải nộp))?(?: (?:phí|lệ phí|phí,? (?:và )?lệ phí))?|miễn phí)\.?$/i;
const single = /^(?:(?:phí|lệ phí)[^\d:;]*: ?)?(\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|vnđ)[.;]?$/i;

/** `Phí: 500.000 đồng` -> 500000; a bare figure in the cell is đồng; `Không thu phí` -> none, in these words. */
export function feeOf(cell: string | number): Part<Fee> {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0)
    return { text: `${cell.toLocaleString('de-DE')} đồng`, amountVnd: cell };
  if (typeof cell === 'string' && /^(\d{1,3}(\.\d{3})+|\d{4,})$/.test(cell.trim()))
    return feeOf(Number(cell.replaceAll('.', '')));
  const text = String(cell)
    .normalize('NFC')
    .replace(/\s+/g, (space) => (space.includes('\n') ? '; ' : ' '))
    .trim();
  if (none.test(text)) return { none: text.replace(/\.$/, '') };
  const amount = single.exec(text)?.[1];
  return { text, amountVnd: amount === undefined ? null : Number(amount.replaceAll('.', '')) };
}
