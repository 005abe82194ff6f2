// The parts that every DOCX of the office shares, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';

export const font = 'Times New Roman';
export const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
export const page = { width: twips(210), height: twips(297) };
// Top and bottom 20-25 mm, left 30-35, right 15-20 (Phụ lục I, mục I).
export const margin = { top: twips(20), bottom: twips(20), left: twips(30), right: twips(15) };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
export const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
export const box = { top: thin, bottom: thin, left: thin, right: thin };

type Look = { size?: number; bold?: boolean; italics?: boolean; allCaps?: boolean };
export const run = (text: string, { size = 14, ...look }: Look = {}) =>
  new TextRun({ text, font, size: size * 2, ...look });
export const para = (children: TextRun[], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: { before: 0, after: 0 }, ...options, children });
export const centred = (children: TextRun[], options: IParagraphOptions = {}) =>
  para(children, { alignment: AlignmentType.CENTER, ...options });

/** A table without borders whose columns share the width. */
export function plainTable(widths: readonly number[], cells: Paragraph[][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    margins: { left: 0, right: 0 },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              borders: noBorders,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children,
            }),
        ),
      }),
    ],
  });
}

/** The short line beneath a name: the lower border of an empty paragraph that is drawn in from both sides. */
export const lineBelow = (inset: number): Paragraph =>
  para([run('', { size: 2 })], {
    indent: { left: inset, right: inset },
    border: { bottom: { ...thin, space: 1 } },
    spacing: { before: 0, after: 60, line: 40, lineRule: LineRuleType.EXACT },
  });
