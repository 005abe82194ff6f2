// A letter as a DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; what is not known is left to fill in.
import { AlignmentType, Document, Packer, type Paragraph } from 'docx';
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
import type { Letter } from '../letter.ts';

const width = page.width - margin.left - margin.right;

/** The finished file. */
export async function letterDocx(letter: Letter): Promise<Buffer> {
  return await Packer.toBuffer(
    new Document({
      creator: letter.office,
      title: letter.subject,
      styles: { default: { document: { run: { font, size: 28 } } } },
      sections: [
        {
          properties: { page: { size: page, margin: { ...margin, header: twips(10), footer: twips(8) } } },
          children: [
            ...(letter.mark ? [centred([run(letter.mark, { bold: true })])] : []),
            ...(letter.isDraft ? [centred([run('DỰ THẢO', { bold: true })])] : []),
            headOf(letter),
            ...titleOf(letter),
            ...(letter.to.length > 0
              ? [
                  centred([run(`Kính gửi: ${visible(letter.to[0] ?? '')}`)], {
                    spacing: { before: 240, after: 0 },
                  }),
                ]
              : []),
            ...letter.to.slice(1).map((line) => centred([run(visible(line))])),
            para([run('', { size: 6 })]),
            ...letter.body.flatMap(({ text }) => visible(text).split('\n').map(paragraph)),
            para([run('', { size: 6 })], { keepNext: true }),
            endOf(letter),
          ],
        },
      ],
    }),
  );
}

const paragraph = (text: string): Paragraph =>
  para([run(text)], {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(10) },
    spacing: { before: 60, after: 60 },
  });

/** The name of its type and what it is about, above a short line; a công văn has neither. */
const titleOf = ({ title, subject }: Letter): Paragraph[] =>
  title === null
    ? []
    : [
        centred([run(title, { bold: true })], { spacing: { before: 240, after: 0 } }),
        centred([run(visible(subject), { bold: true })]),
        lineBelow(Math.round(width * 0.38)),
      ];

function headOf({ parent, office, number, title, subject, placeAndDay }: Letter) {
  const left = Math.round(width * 0.4);
  const right = width - left;
  return plainTable(
    [left, right],
    [
      [
        centred([run(parent.replace(/^(Ủy|Uỷ) ban nhân dân/u, 'UBND'), { size: 12, allCaps: true })]),
        centred([run(office, { size: 12, bold: true, allCaps: true })]),
        lineBelow(Math.round(left * 0.33)),
        centred([run(number, { size: 13 })], { spacing: { before: 60, after: 0 } }),
        ...(title === null
          ? [centred([run(subject, { size: 12 })], { spacing: { before: 60, after: 0 } })]
          : []),
      ],
      [
        // 12 and 13 points: at 13 and 14 the name of the state would take two lines on an upright page.
        centred([run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true })]),
        centred([run('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true })]),
        lineBelow(Math.max(0, Math.round((right - twips(57)) / 2))),
        centred([run(placeAndDay, { size: 13, italics: true })], { spacing: { before: 60, after: 0 } }),
      ],
    ],
  );
}

function endOf({ copies, signer }: Letter) {
  const half = Math.round(width / 2);
  // Room for the signature and the seal.
  const room = Array.from({ length: 5 }, () => para([]));
  return plainTable(
    [half, width - half],
    [
      [
        para([run('Nơi nhận:', { size: 12, bold: true, italics: true })]),
        ...copies.map((line) => para([run(`- ${visible(line)}`, { size: 11 })])),
      ],
      signer
        ? [
            ...signer.capacity.map((line) => centred([run(line, { bold: true })])),
            ...room,
            centred([run(visible(signer.name), { bold: true })]),
          ]
        : [
            centred([run('.........', { bold: true })]),
            centred([run('(Chức vụ, chữ ký, họ tên người ký)', { size: 12, italics: true })]),
            ...room,
          ],
    ],
  );
}
