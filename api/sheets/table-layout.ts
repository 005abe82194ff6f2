// Tables of a sheet: rows that stay whole while they are low, are cut between lines when they are not, under a head
// that is repeated on every page. Pure.
import type { Block, Cell } from './block.ts';
import { breakLines } from './lines.ts';
import {
  child,
  type Column,
  type Frame,
  type Ink,
  type Paper,
  type Slab,
  type Style,
  type Tag,
} from './slab.ts';

type Table = Extract<Block, { kind: 'table' }>;

const leading = 1.32;
const line = '#5b6b70';
/** Rows of more lines than this may be cut by a page. */
const wholeLines = 14;
const qrLines = 3.7;

/** The slabs of a table over the whole column. */
export function tableSlabs(paper: Paper, column: Column, table: Table, parent: Tag): Slab[] {
  const { base } = paper;
  const pad = base * 0.35;
  const edges = table.columns.reduce<number[]>(
    (xs, { share }) => [...xs, (xs.at(-1) ?? 0) + (column.width * share) / 100],
    [column.x],
  );
  const frameOf = (fill: string | null): Frame => ({
    x: column.x,
    width: column.width,
    pad,
    stroke: line,
    fill,
    columns: edges.slice(1, -1),
  });
  const tag = child(parent, 'Table');
  const place = { paper, pad, edges, columns: table.columns };
  const head = rowSlabs(
    place,
    table.columns.map(({ label }) => label),
    { face: 'bold', size: base * 0.92, colour: '#111111' },
    frameOf('#e5f1f2'),
    table.columns.map(() => 'TH'),
    child(tag, 'TR'),
  ).map((slab) => ({ ...slab, keeps: true }));
  const rows = table.rows.flatMap((cells) =>
    rowSlabs(
      place,
      cells,
      { face: 'regular', size: base, colour: '#111111' },
      frameOf(null),
      cells.map(() => 'TD'),
      child(tag, 'TR'),
    ).map((slab) => ({ ...slab, head })),
  );
  const [first] = head;
  if (first) first.before = base * 0.8 + pad;
  return [...head, ...rows];
}

type Place = { paper: Paper; pad: number; edges: number[]; columns: Table['columns'] };

function rowSlabs(
  { paper, pad, edges, columns }: Place,
  cells: readonly Cell[],
  style: Style,
  frame: Frame,
  types: string[],
  row: Tag,
): Slab[] {
  const step = style.size * leading;
  const drawn = cells.map((cell, index) => {
    const tag = child(row, types[index] ?? 'TD', types[index] === 'TH' ? 'Column' : undefined);
    const x = (edges[index] ?? 0) + pad;
    const width = (edges[index + 1] ?? 0) - x - pad;
    return { cell, tag, x, width, centred: columns[index]?.centred ?? false };
  });
  const texts = drawn.map(({ cell, width }) =>
    typeof cell === 'string' ? breakLines(cell, width, (text) => paper.measure(text, style)) : [],
  );
  const qrSize = step * qrLines;
  const hasQr = cells.some((cell) => typeof cell !== 'string');
  const count = Math.max(1, ...texts.map(({ length }) => length));
  const lineInk = (number: number, y: number): Ink[] =>
    drawn.flatMap(({ tag, x, width, centred }, index): Ink[] => {
      const text = texts[index]?.[number];
      if (!text) return [];
      const shift = centred ? (width - paper.measure(text, style)) / 2 : 0;
      return [{ kind: 'words', x: x + shift, y, text, style, tag }];
    });
  const qrInk: Ink[] = drawn.flatMap(({ cell, tag, x, width }): Ink[] => {
    if (typeof cell === 'string') return [];
    const size = Math.min(qrSize, width);
    return [{ kind: 'qr', x: x + (width - size) / 2, y: 0, size, path: cell.qr, tag }];
  });
  // The first slab holds the QR code, or the whole row while it is low; every further line is a slab.
  const firstLines = count <= wholeLines ? count : Math.min(count, hasQr ? Math.ceil(qrLines) : 2);
  const first: Slab = {
    height: Math.max(firstLines * step, hasQr ? qrSize : 0),
    before: 2 * pad,
    keeps: false,
    ink: [
      ...Array.from({ length: firstLines }, (_, number) => lineInk(number, number * step)).flat(),
      ...qrInk,
    ],
    frame,
    head: [],
  };
  const rest = Array.from({ length: count - firstLines }, (_, index): Slab => ({
    height: step,
    before: 0,
    keeps: index === count - firstLines - 2,
    ink: lineInk(firstLines + index, 0),
    frame,
    head: [],
  }));
  return [first, ...rest];
}
