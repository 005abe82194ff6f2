// The tables of the form II.06a in a worksheet: found by their numbering rows, each with the period that it states. Pure.
import { type Worksheet } from '../spreadsheets/worksheet.ts';
import { placesIn, type Places } from './columns.ts';
import { countIn } from './counts.ts';
import { linesOf } from './lines.ts';
import { periodIn, periodOfName, type Period } from './period.ts';

export type Table = {
  worksheet: Worksheet;
  /** Which of the worksheet's tables, from 1; 0 where it is the only one. */
  index: number;
  segments: { places: Places; from: number; to: number }[];
  /** What the lines above say, with their row; what the worksheet's name says. */
  stated: { period: Period; row: number } | null;
  named: Period | null;
};

export function tablesIn(worksheet: Worksheet): Table[] {
  const heads = worksheet.rows.flatMap((cells, row) => {
    const places = placesIn(cells);
    return places ? [{ row, places }] : [];
  });
  const named = periodOfName(worksheet.name) ?? null;
  const tables: Table[] = [];
  for (const [at, { row, places }] of heads.entries()) {
    const segment = { places, from: row + 1, to: heads[at + 1]?.row ?? worksheet.rows.length };
    const stated = statedAbove(worksheet, heads[at - 1]?.row ?? -1, row);
    const last = tables.at(-1);
    // A heading printed again on the next page: nothing new is stated, and nothing was summed up before.
    const goesOn =
      last &&
      !stated &&
      linesOf(worksheet, last.segments).totals.length === 0 &&
      linesOf(worksheet, [segment]).items.length > 0;
    if (goesOn && last) last.segments.push(segment);
    else tables.push({ worksheet, index: tables.length + 1, segments: [segment], stated, named });
  }
  return tables.length === 1 ? tables.map((table) => ({ ...table, index: 0 })) : tables;
}

/** The last period stated between two rows, outside rows of numbers. */
function statedAbove(worksheet: Worksheet, after: number, before: number): Table['stated'] {
  let stated: Table['stated'] = null;
  let isSpoken = false;
  for (let row = after + 1; row < before; row += 1)
    for (const cell of worksheet.rows[row] ?? []) {
      if (
        typeof cell !== 'string' ||
        cell === '' ||
        (countIn(cell) !== undefined && !Number.isNaN(countIn(cell)))
      )
        continue;
      const period = periodIn(cell);
      if (!period) continue;
      const speaks = /kỳ báo cáo/iu.test(cell);
      if (stated && isSpoken && !speaks) continue;
      stated = { period, row };
      isSpoken = speaks;
    }
  return stated;
}
