// Lays the blocks of a sheet out as slabs, for a given width, size of type and way of measuring. Pure.
import type { Block, FactRow, InnerBlock, Sheet } from './block.ts';
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
import { tableSlabs } from './table-layout.ts';

const leading = 1.38;
const ink = '#111111';
const soft = '#4a4a4a';
const deep = '#06343f';

/** The whole sheet but its foot, with the tags of its reading order. */
export function layOut(sheet: Sheet, paper: Paper): { slabs: Slab[]; root: Tag } {
  const root: Tag = { type: 'Document', children: [] };
  const { base, width } = paper;
  const column: Column = { x: 0, width, frame: null };
  const centred = (text: string, style: Style, type: string, before: number) =>
    words(paper, column, text, style, { tag: child(root, type), before, centred: true, keeps: true });
  // In reading order, which is the order of the tags.
  const head = [
    ...sheet.issuers.flatMap((issuer, index) =>
      centred(upper(issuer), { face: index === 0 ? 'regular' : 'bold', size: base, colour: ink }, 'P', 0),
    ),
    rule(paper, 0.4 * base),
    ...centred(
      sheet.kind === 'procedure' ? sheet.title : upper(sheet.title),
      { face: 'bold', size: base * 1.45, colour: deep },
      'H1',
      1.2 * base,
    ),
    ...(sheet.subtitle
      ? centred(sheet.subtitle, { face: 'strong', size: base * 1.05, colour: ink }, 'P', 0.3 * base)
      : []),
  ];
  const body = sheet.blocks.flatMap((block) => blockSlabs(paper, column, block, root));
  const lowest = body.at(-1);
  // The foot of the text does not stand alone on a page.
  if (lowest) lowest.keeps = true;
  const foot = [
    ...(sheet.slogan
      ? centred(`“${sheet.slogan}”`, { face: 'bold', size: base * 1.15, colour: '#8c1512' }, 'P', 1.1 * base)
      : []),
    ...words(paper, column, `Căn cứ: ${sheet.legalBasis.join('; ')}.`, small(base), {
      tag: child(root, 'P'),
      before: base,
    }),
  ];
  const slabs = [...head, ...body, ...foot];
  return { slabs, root };
}

function blockSlabs(paper: Paper, column: Column, block: Block, parent: Tag): Slab[] {
  if (block.kind === 'table') return tableSlabs(paper, column, block, parent);
  if (block.kind !== 'box') return innerSlabs(paper, column, block, parent);
  const pad = paper.base * 0.8;
  const inside: Column = {
    x: column.x + pad,
    width: column.width - 2 * pad,
    frame: {
      x: column.x,
      width: column.width,
      pad,
      stroke: block.tone === 'warning' ? '#8c1512' : deep,
      fill: block.tone === 'warning' ? '#fdf1f0' : '#f3f8f8',
      columns: [],
    },
  };
  const tag = child(parent, 'Sect');
  const title = words(
    paper,
    inside,
    block.title,
    { face: 'bold', size: paper.base * 1.1, colour: block.tone === 'warning' ? '#8c1512' : deep },
    { tag: child(tag, 'H2'), before: paper.base + pad, keeps: true },
  );
  const slabs = [...title, ...block.blocks.flatMap((inner) => innerSlabs(paper, inside, inner, tag))];
  // A box stays whole where a page can hold it; what follows stands below its padding.
  return [...slabs.map((slab) => ({ ...slab, keeps: true })), spacer(pad)];
}

function innerSlabs(paper: Paper, column: Column, block: InnerBlock, parent: Tag): Slab[] {
  const { base } = paper;
  if (block.kind === 'heading')
    return words(
      paper,
      column,
      block.text,
      { face: 'bold', size: base * 1.08, colour: deep },
      {
        tag: child(parent, 'H2'),
        before: 0.75 * base,
        keeps: true,
      },
    );
  if (block.kind === 'text')
    return words(paper, column, block.text, toneStyle(block.tone, base), {
      tag: child(parent, 'P'),
      before: 0.4 * base,
      keeps: block.tone === 'strong' && column.frame !== null,
    });
  if (block.kind === 'list') return listSlabs(paper, column, block, parent);
  return block.rows.flatMap((row) => factSlabs(paper, column, row, child(parent, 'P')));
}

function listSlabs(
  paper: Paper,
  column: Column,
  { items, marker }: Extract<InnerBlock, { kind: 'list' }>,
  parent: Tag,
): Slab[] {
  const { base } = paper;
  const style: Style = { face: 'regular', size: base, colour: ink };
  const indent = base * (marker === 'number' && items.length > 9 ? 2.2 : 1.6);
  const list = child(parent, 'L');
  return items.flatMap((item, index) => {
    const tag = child(child(list, 'LI'), 'LBody');
    const inside = { ...column, x: column.x + indent, width: column.width - indent };
    const slabs = words(paper, inside, item, style, { tag, before: 0.25 * base });
    const mark: Ink =
      marker === 'box'
        ? { kind: 'square', x: column.x + 0.15 * base, y: 0.28 * base, size: 0.8 * base, tag }
        : {
            kind: 'words',
            x: column.x + (marker === 'dot' ? 0.4 * base : 0),
            y: 0,
            text: marker === 'dot' ? '•' : `${index + 1}.`,
            style,
            tag,
          };
    slabs[0]?.ink.unshift(mark);
    return slabs;
  });
}

/** A label, and beside it what is known; or dots to write on, with what the dots mean behind them. */
function factSlabs(paper: Paper, column: Column, { label, lines, state }: FactRow, tag: Tag): Slab[] {
  const { base, measure } = paper;
  const labelStyle: Style = { face: 'regular', size: base, colour: soft };
  const style: Style =
    state === 'unknown'
      ? { face: 'italic', size: base, colour: soft }
      : { face: 'strong', size: base, colour: ink };
  const gap = base * 0.6;
  const labelWidth = Math.min(column.width * 0.34, base * 14);
  const inside = { ...column, x: column.x + labelWidth + gap, width: column.width - labelWidth - gap };
  const labels = breakLines(`${label}:`, labelWidth, (text) => measure(text, labelStyle));
  const values =
    state === 'fill'
      ? fillSlabs(paper, inside, lines.join(' '), tag)
      : lines.flatMap((line, index) =>
          words(paper, inside, line, style, { tag, before: index === 0 ? 0.3 * base : 0 }),
        );
  return labels.reduce((slabs, text, index) => {
    const mark: Ink = {
      kind: 'words',
      x: column.x,
      // On the line of dots that is to be written on.
      y: state === 'fill' ? 0.33 * base : 0,
      text,
      style: labelStyle,
      tag,
    };
    const at = slabs[index];
    if (at) at.ink.unshift(mark);
    else slabs.push({ ...blank(base * leading, column.frame), ink: [mark] });
    const above = slabs[index - 1];
    if (above) above.keeps = true;
    return slabs;
  }, values);
}

function fillSlabs({ base, measure }: Paper, column: Column, remark: string, tag: Tag): Slab[] {
  const style: Style = { face: 'italic', size: base * 0.85, colour: soft };
  const width = Math.max(base * 4, column.width - measure(remark, style) - 0.5 * base);
  return [
    {
      // Room to write by hand.
      ...blank(base * 1.75, column.frame),
      before: 0.3 * base,
      ink: [
        { kind: 'dots', x: column.x, y: base * 1.35, width, tag },
        { kind: 'words', x: column.x + width + 0.5 * base, y: base * 0.45, text: remark, style, tag },
      ],
    },
  ];
}

type Setting = { tag: Tag; before: number; centred?: boolean; keeps?: boolean };

/** A text as one slab per line; its first two lines stay together, and so do its last two. */
function words(
  { measure }: Paper,
  { x, width, frame }: Column,
  text: string,
  style: Style,
  { tag, before, centred = false, keeps = false }: Setting,
): Slab[] {
  const size = (piece: string) => measure(piece, style);
  const lines = centred ? balanced(glued(text), width, size) : breakLines(text, width, size);
  return lines.map((line, index) => ({
    height: style.size * leading,
    before: index === 0 ? before : 0,
    keeps: index === lines.length - 1 ? keeps : index === 0 || index === lines.length - 2,
    frame,
    head: [],
    ink: [{ kind: 'words', x: centred ? x + (width - size(line)) / 2 : x, y: 0, text: line, style, tag }],
  }));
}

function rule({ width }: Paper, before: number): Slab {
  const length = width * 0.22;
  return {
    ...blank(2, null),
    before,
    keeps: true,
    ink: [{ kind: 'rule', x: (width - length) / 2, y: 0, width: length, colour: deep }],
  };
}

const blank = (height: number, frame: Frame | null): Slab => ({
  height,
  before: 0,
  keeps: false,
  ink: [],
  frame,
  head: [],
});
const spacer = (height: number) => blank(height, null);

/** Centred lines of about one length: the narrowest width that takes no more lines than the whole one. */
function balanced(text: string, width: number, measure: (text: string) => number): string[] {
  const { length } = breakLines(text, width, measure);
  for (let share = 0.5; share < 1; share += 0.05) {
    const lines = breakLines(text, width * share, measure);
    if (lines.length === length) return lines;
  }
  return breakLines(text, width, measure);
}

const compounds =
  /(phản) (ánh)|(kiến) (nghị)|(quy) (định)|(hành) (chính)|(thủ) (tục)|(công) (nghệ)|(khoa) (học)/giu;

/** Words of two syllables that a title should not part. */
const glued = (text: string) => text.replace(compounds, (pair) => pair.replace(' ', '\u00a0'));

const upper = (text: string) => text.toLocaleUpperCase('vi');
const small = (base: number): Style => ({ face: 'italic', size: base * 0.82, colour: soft });

function toneStyle(tone: 'plain' | 'strong' | 'small' | 'unknown', base: number): Style {
  if (tone === 'strong') return { face: 'strong', size: base, colour: ink };
  if (tone === 'small') return small(base);
  return tone === 'unknown'
    ? { face: 'italic', size: base, colour: soft }
    : { face: 'regular', size: base, colour: ink };
}
