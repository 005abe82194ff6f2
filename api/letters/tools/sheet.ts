// The sheet that every DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, is written on: page, head, title, paragraphs.
import { AlignmentType, Document, Packer, type Paragraph, type Table } from 'docx';
import { visible } from '../../forms/validation.ts';
import {
  centred,
  font,
  lineBelow,
  margin,
  page,
  para,
  plainTable,
  run,
  twips,
} from '../../reports/tools/office/word.ts';

export const width = page.width - margin.left - margin.right;

/** The finished file. */
export async function sheetDocx(
  { office, title, mark }: { office: string; title: string; mark: string | null },
  children: (Paragraph | Table)[],
): Promise<Buffer> {
  return await Packer.toBuffer(
    new Document({
      creator: office,
      title,
      styles: { default: { document: { run: { font, size: 28 } } } },
      sections: [
        {
          properties: { page: { size: page, margin: { ...margin, header: twips(10), footer: twips(8) } } },
          children: [...(mark ? [centred([run(mark, { bold: true })])] : []), ...children],
        },
      ],
    }),
  );
}

export const paragraph = (text: string): Paragraph =>
  para([run(text)], {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(10) },
    spacing: { before: 60, after: 60 },
  });

/** The name of its type and what it is about, above a short line. */
export const titleOf = (title: string, subject: string): Paragraph[] => [
  centred([run(title, { bold: true })], { spacing: { before: 240, after: 0 } }),
  centred([run(visible(subject), { bold: true })]),
  lineBelow(Math.round(width * 0.38)),
];

type Head = {
  parent: string;
  office: string;
  number: string;
  /** Below the number, where a letter has no title. */
  about: string | null;
  /** Null: a record says its time and place in its words. */
  placeAndDay: string | null;
};

export function headOf({ parent, office, number, about, placeAndDay }: Head): Table {
  // The office's name on one line.
  const left = Math.round(width * 0.43);
  const right = width - left;
  const small = (text: string, look: { size: number; italics?: boolean }) =>
    centred([run(text, look)], { spacing: { before: 60, after: 0 } });
  return plainTable(
    [left, right],
    [
      [
        centred([run(parent.replace(/^(Ủy|Uỷ) ban nhân dân/u, 'UBND'), { size: 12, allCaps: true })]),
        centred([run(office, { size: 12, bold: true, allCaps: true })]),
        lineBelow(Math.round(left * 0.33)),
        small(number, { size: 13 }),
        ...(about === null ? [] : [small(about, { size: 12 })]),
      ],
      [
        // 12 and 13 points: at 13 and 14 the name of the state would take two lines on an upright page.
        centred([run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true })]),
        centred([run('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true })]),
        lineBelow(Math.max(0, Math.round((right - twips(57)) / 2))),
        ...(placeAndDay === null ? [] : [small(placeAndDay, { size: 13, italics: true })]),
      ],
    ],
  );
}
