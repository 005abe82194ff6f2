// A report as a PDF in the same layout as the DOCX, with Tinos (the metrics of Times New Roman) embedded.
import { fileURLToPath } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { placeAndDay, type ReportBlock, type ReportDocument } from '../../document.ts';
import { drawTable } from './pdf-table.ts';

const mm = (length: number) => (length / 25.4) * 72;
// NĐ 30/2020/NĐ-CP, Phụ lục I: top and bottom 20-25 mm, left 30-35, right 15-20.
const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };

const faces = {
  regular: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};
export type Face = keyof typeof faces;

/** Where the next thing goes; whatever writes moves `y` on. */
export type Page = {
  doc: PDFKit.PDFDocument;
  left: number;
  width: number;
  bottom: number;
  y: number;
  /** A new page; `y` is at its top. */
  startNext(): void;
};

/** The finished file. Lets other work through between blocks. */
export async function reportPdf(report: ReportDocument): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: report.isLandscape ? 'landscape' : 'portrait',
    margins,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'vi',
    displayTitle: true,
    info: {
      Title: [report.kind, report.subject].filter(Boolean).join(' '),
      Author: report.letterhead.department,
    },
  });
  for (const [face, file] of Object.entries(faces))
    doc.registerFont(face, fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${file}`)));
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));

  const page: Page = {
    doc,
    left: margins.left,
    width: 0,
    bottom: 0,
    y: 0,
    startNext() {
      doc.addPage();
      page.width = doc.page.width - margins.left - margins.right;
      page.bottom = doc.page.height - margins.bottom;
      page.y = margins.top;
    },
  };
  page.startNext();
  drawCaution(page, report);
  drawHead(page, report);
  drawTitle(page, report);
  for (const [index, block] of report.blocks.entries()) {
    // The last text goes to the next page with the signature, which never stands there alone.
    if (index === report.blocks.length - 1 && block.kind === 'text' && page.y + endHeight + 36 > page.bottom)
      page.startNext();
    drawBlock(page, block);
    await setImmediate();
  }
  drawEnd(page, report);
  drawEdges(page, report);
  doc.end();
  await finished;
  return Buffer.concat(chunks);
}

type Put = {
  x?: number;
  width?: number;
  face?: Face;
  size?: number;
  align?: 'left' | 'center' | 'justify';
  indent?: number;
};

/** Writes a text from `y` on and returns where it ends; a text that does not fit begins on a new page. */
function put(page: Page, text: string, y: number, given: Put = {}): number {
  const {
    x = page.left,
    width = page.width,
    face = 'regular',
    size = 13,
    align = 'left',
    indent = 0,
  } = given;
  const { doc } = page;
  doc.font(face).fontSize(size).fillColor('#000000');
  const height = doc.heightOfString(text, { width, align, indent });
  let top = y;
  if (top + height > page.bottom && top > margins.top) {
    page.startNext();
    top = page.y;
  }
  doc.text(text, x, top, { width, align, indent });
  return top + height;
}

function line({ doc }: Page, x: number, y: number, width: number): void {
  doc
    .lineWidth(0.7)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke('#000000');
}

function drawCaution(page: Page, { caution }: ReportDocument): void {
  if (caution === null) return;
  const { doc, left, width } = page;
  const end = put(page, caution, page.y + 3, { face: 'bold', size: 11, align: 'center' });
  doc
    .lineWidth(0.7)
    .rect(left, page.y, width, end - page.y + 3)
    .stroke('#000000');
  page.y = end + 12;
}

function drawHead(page: Page, { letterhead }: ReportDocument): void {
  const own = { x: page.left, width: page.width * 0.42, align: 'center' as const, size: 12 };
  const state = { x: own.x + own.width, width: page.width - own.width, align: 'center' as const, size: 12 };
  let left = put(page, letterhead.parent.toLocaleUpperCase('vi'), page.y, own);
  left = put(page, letterhead.department.toLocaleUpperCase('vi'), left, { ...own, face: 'bold' });
  line(page, own.x + own.width * 0.33, left + 2, own.width * 0.34);
  left = put(page, letterhead.number, left + 9, own);
  let right = put(page, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', page.y, { ...state, face: 'bold' });
  right = put(page, 'Độc lập - Tự do - Hạnh phúc', right, { ...state, face: 'bold', size: 13 });
  const motto = page.doc.widthOfString('Độc lập - Tự do - Hạnh phúc');
  line(page, state.x + (state.width - motto) / 2, right + 2, motto);
  right = put(page, placeAndDay(letterhead), right + 9, { ...state, face: 'italic', size: 13 });
  page.y = Math.max(left, right) + 16;
}

function drawTitle(page: Page, { kind, subject, period }: ReportDocument): void {
  const bold = { face: 'bold', size: 14, align: 'center' } as const;
  let y = put(page, (kind ?? subject).toLocaleUpperCase('vi'), page.y, bold);
  if (kind !== null) y = put(page, subject, y, bold);
  y = put(page, period, y, { face: 'italic', align: 'center' });
  line(page, page.left + page.width * 0.4, y + 3, page.width * 0.2);
  page.y = y + 14;
}

function drawBlock(page: Page, block: ReportBlock): void {
  if (block.kind === 'heading') {
    // A heading takes two lines of what follows with it.
    if (page.y + 60 > page.bottom) page.startNext();
    page.y = put(page, block.text, page.y + 8, { face: 'bold' }) + 4;
  } else if (block.kind === 'text')
    page.y = block.isNote
      ? put(page, block.text, page.y + 1, { align: 'justify', indent: mm(10), size: 11 }) + 1
      : put(page, block.text, page.y + 2, { align: 'justify', indent: mm(10) }) + 4;
  else {
    if (block.caption) page.y = put(page, block.caption, page.y + 2, { face: 'italic', align: 'center' }) + 4;
    drawTable(page, block);
    if (block.note) page.y = put(page, block.note, page.y + 3, { face: 'italic', size: 11 });
    page.y += 6;
  }
}

/** Recipients on one side, room for signature and name on the other. */
const endHeight = 110;

function drawEnd(page: Page, { recipients, signer }: ReportDocument): void {
  if (page.y + endHeight > page.bottom) page.startNext();
  const half = page.width / 2;
  const top = page.y + 10;
  let y = put(page, 'Nơi nhận:', top, { face: 'boldItalic', size: 12, width: half });
  for (const [index, recipient] of recipients.entries())
    y = put(page, `- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`, y, {
      size: 11,
      width: half,
    });
  put(page, signer.toLocaleUpperCase('vi'), top, {
    x: page.left + half,
    width: half,
    face: 'bold',
    size: 14,
    align: 'center',
  });
  page.y = y;
}

/** The page number, top centre from the second page on, and at the foot what names this report. */
function drawEdges({ doc, left, width }: Page, { foot }: ReportDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    // Text outside the margins would open a page.
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    if (index > start)
      doc
        .font('regular')
        .fontSize(13)
        .text(String(index - start + 1), left, mm(10), { width, align: 'center', lineBreak: false });
    doc
      .font('italic')
      .fontSize(8.5)
      .text(foot, left, doc.page.height - mm(13), { width, height: mm(9) });
  }
}
