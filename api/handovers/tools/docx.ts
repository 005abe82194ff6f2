// The record of a hand-over as a DOCX, on the sheet of the office's letters.
import { Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx';
import { visible } from '../../forms/validation.ts';
import { headOf, paragraph, sheetDocx, titleOf, width } from '../../letters/tools/sheet.ts';
import { box, centred, para, plainTable, run } from '../../reports/tools/office/word.ts';
import type { RecordPaper, RecordPart } from '../paper.ts';

/** The finished file. */
export async function recordDocx(record: RecordPaper): Promise<Buffer> {
  const { office, title, subject, mark, parts, signs } = record;
  return await sheetDocx({ office, title: subject, mark }, [
    headOf({ ...record, about: null, placeAndDay: null }),
    ...titleOf(title, subject),
    para([run('', { size: 6 })]),
    ...parts.flatMap(partOf),
    para([run('', { size: 6 })], { keepNext: true }),
    signsOf(signs),
  ]);
}

function partOf(part: RecordPart): (Paragraph | Table)[] {
  if (part.kind === 'table') return [tableOf(part), para([run('', { size: 6 })])];
  return [paragraph(part.kind === 'item' ? `- ${visible(part.text)}` : visible(part.text))];
}

function tableOf({ head, rows }: Extract<RecordPart, { kind: 'table' }>): Table {
  // The first column holds running numbers.
  const first = Math.round(width * 0.12);
  const rest = Math.round((width - first) / (head.length - 1));
  const widths = head.map((_, index) => (index === 0 ? first : rest));
  const row = (cells: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            borders: box,
            width: { size: widths[index] ?? rest, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              isHead || index === 0
                ? centred([run(visible(text), { size: 13, bold: isHead })])
                : para([run(visible(text), { size: 13 })]),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function signsOf(signs: string[]): Table {
  const share = Math.round(width / signs.length);
  return plainTable(
    signs.map(() => share),
    signs.map((sign) => [
      centred([run(sign, { bold: true })]),
      centred([run('(Ký, ghi rõ họ tên)', { size: 13, italics: true })]),
      ...Array.from({ length: 5 }, () => para([])),
    ]),
  );
}
