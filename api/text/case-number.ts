// A case number as people type or read it aloud, brought to its one spelling. Pure.
import { plainLine } from './signs.ts';

// Letters of the register, year, running number, parted by nothing or by any dash, space, point or stroke.
const number = /(?<![A-Z])([A-Z]{2,10})[ ./_-]{0,6}((?:19|20)\d\d)[ ./_-]{0,6}(\d{1,9})(?!\d)/;
const mostCharacters = 200;

/**
 * `pakn 2026 – 123`, `Mã hồ sơ: PAKN2026000123.` and `PAKN-2026-000123` are one number, `PAKN-2026-000123`: running
 * numbers have six figures or more (api/cases). What holds no number comes back as typed, in capitals: it is nobody's.
 */
export function readCaseNumber(typed: string): string {
  const plain = plainLine(typed.slice(0, mostCharacters))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase();
  const found = number.exec(plain);
  if (!found) return plainLine(typed.slice(0, mostCharacters)).toUpperCase();
  const running = (found[3] ?? '').replace(/^0+(?=\d)/, '').padStart(6, '0');
  return `${found[1]}-${found[2]}-${running}`;
}
