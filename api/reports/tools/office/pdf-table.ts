// A table of a report drawn on the pages of a PDF: as many as it takes, its headings on each.
import { cellText, headGrid, type Cell, type ReportTable } from '../../document.ts';
import type { Page } from './pdf.ts';

const inset = 3;
const smallest = 5;

type Box = {
  text: string;
  x: number;
  width: number;
  bold: boolean;
  align: 'left' | 'right' | 'center';
};

export function drawTable(page: Page, table: ReportTable): void {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const widths = table.widths.map((share) => (share / shares) * page.width);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const size = widths.length > 12 ? 8.5 : widths.length > 8 ? 10 : 11.5;
  const heights = headHeights(page, table, widths, size);
  const headHeight = heights.reduce((sum, height) => sum + height, 0);
  const rows = [...table.rows, ...(table.total ? [table.total] : [])];
  const boxesOf = (row: readonly Cell[], bold: boolean): Box[] =>
    row.map((cell, index) => ({
      text: brokenAtHyphens(page, cellText(cell), (widths[index] ?? 0) - 2 * inset, size),
      x: starts[index] ?? 0,
      width: widths[index] ?? 0,
      bold,
      align: typeof cell.value === 'number' ? 'right' : 'left',
    }));

  const first = rows[0] ? heightOf(page, boxesOf(rows[0], false), size) : 0;
  if (page.y + headHeight + first > page.bottom) page.startNext();
  drawHead();
  for (const [index, row] of rows.entries()) {
    const boxes = boxesOf(row, index === table.rows.length);
    let points = size;
    let height = heightOf(page, boxes, points);
    if (page.y + height > page.bottom) {
      page.startNext();
      drawHead();
    }
    // Nothing may be lost: a row higher than a page is set smaller until it fits.
    while (page.y + height > page.bottom && points > smallest) {
      points -= 0.5;
      height = heightOf(page, boxes, points);
    }
    for (const box of boxes) drawBox(page, box, page.y, height, points);
    page.y += height;
  }

  function drawHead(): void {
    for (const { line, column, cell } of headGrid(table)) {
      const { text, columns = 1, rows: down = 1 } = cell;
      const y = page.y + heights.slice(0, line).reduce((sum, height) => sum + height, 0);
      const height = heights.slice(line, line + down).reduce((sum, one) => sum + one, 0);
      const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
      const box: Box = { text, x: starts[column] ?? 0, width, bold: !text.startsWith('('), align: 'center' };
      drawBox(page, box, y, height, size);
    }
    page.y += headHeight;
  }
}

/** A case number that is wider than its column goes on a new line after a hyphen, not in the middle of a figure. */
function brokenAtHyphens({ doc }: Page, text: string, width: number, size: number): string {
  doc.font('regular').fontSize(size);
  return text.replaceAll(/\S+/g, (word) => {
    if (!word.includes('-') || doc.widthOfString(word) <= width) return word;
    return word.split(/(?<=-)/).reduce((lines, part) => {
      const fits = doc.widthOfString((lines.split('\n').at(-1) ?? '') + part) <= width;
      return lines === '' || fits ? lines + part : `${lines}\n${part}`;
    }, '');
  });
}

function heightOf({ doc }: Page, boxes: readonly Box[], size: number): number {
  const heights = boxes.map(({ text, width, bold, align }) =>
    doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .heightOfString(text || ' ', { width: width - 2 * inset, align }),
  );
  return Math.max(size, ...heights) + 2 * inset;
}

/** Heights of the heading lines; what a tall cell needs beyond its lines is given to its last one. */
function headHeights(page: Page, table: ReportTable, widths: readonly number[], size: number): number[] {
  const heights = table.head.map(() => size + 2 * inset);
  const placed = headGrid(table).toSorted((a, b) => (a.cell.rows ?? 1) - (b.cell.rows ?? 1));
  for (const { line, column, cell } of placed) {
    const { text, columns = 1, rows = 1 } = cell;
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    const needed = heightOf(page, [{ text, x: 0, width, bold: true, align: 'center' }], size);
    const has = heights.slice(line, line + rows).reduce((sum, one) => sum + one, 0);
    const last = line + rows - 1;
    if (needed > has) heights[last] = (heights[last] ?? 0) + needed - has;
  }
  return heights;
}

function drawBox(page: Page, box: Box, y: number, height: number, size: number): void {
  const { doc } = page;
  const x = page.left + box.x;
  doc.lineWidth(0.6).rect(x, y, box.width, height).stroke('#000000');
  doc
    .font(box.bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor('#000000');
  const width = box.width - 2 * inset;
  const text = doc.heightOfString(box.text || ' ', { width, align: box.align });
  const top = box.align === 'center' ? y + (height - text) / 2 : y + inset;
  doc.text(box.text, x + inset, top, { width, align: box.align, height: height });
}
