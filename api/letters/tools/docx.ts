// A letter as a DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; what is not known is left to fill in.
import { visible } from '../../forms/validation.ts';
import { centred, para, plainTable, run } from '../../reports/tools/office/word.ts';
import type { Letter } from '../letter.ts';
import { headOf, paragraph, sheetDocx, titleOf, width } from './sheet.ts';

/** The finished file. */
export async function letterDocx(letter: Letter): Promise<Buffer> {
  const { office, subject, mark, title } = letter;
  return await sheetDocx({ office, title: subject, mark }, [
    ...(letter.isDraft ? [centred([run('DỰ THẢO', { bold: true })])] : []),
    headOf({ ...letter, about: title === null ? subject : null }),
    ...(title === null ? [] : titleOf(title, subject)),
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
  ]);
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
