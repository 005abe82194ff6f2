// Draws a laid-out sheet as a PDF file: embedded Vietnamese type, tags for reading aloud, a foot on every page.
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { encodeQR } from 'qr';
import { vietnameseDate } from '../../dates/dates.ts';
import { type Sheet, withOrigin } from '../block.ts';
import { layOut } from '../layout.ts';
import { framesOn, type Ink, paginate, type Paper, type Placed, type Style, type Tag } from '../slab.ts';
import { registerFaces } from './faces.ts';

export type PaperSize = 'a4' | 'a3';

export type Printing = {
  sheet: Sheet;
  hash: string;
  /** YYYY-MM-DD, Việt Nam. */
  printedOn: string;
  /** The portal's address, no slash at the end. */
  origin: string;
  size: PaperSize;
  /** Printed across the head of every page: why this sheet is not to be posted. */
  mark?: string | undefined;
};

// A3 is A4 times the root of two: everything on it, type first of all, grows by that.
const scales = { a4: 1, a3: Math.SQRT2 };
const a4 = { portrait: [595.28, 841.89], landscape: [841.89, 595.28] } as const;
/** Sizes of running type: the guidance notice takes the largest in which it stays on one page, else the last one. */
const baseSizes = { pakn: [13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 11], procedure: [10.5], field: [9.5] };

/** The finished file. Lets other work through between pages. */
export async function drawPdf({ sheet, hash, printedOn, origin, size, mark }: Printing): Promise<Buffer> {
  const scale = scales[size];
  const [width, height] = a4[sheet.orientation].map((side) => side * scale) as [number, number];
  const margin = { x: 48 * scale, top: 40 * scale, bottom: 30 * scale };
  const foot = 66 * scale;
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi',
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.issuers.at(-1) ?? '', Subject: `Mã nội dung ${hash}` },
  });
  await registerFaces(doc);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));

  const widths = new Map<string, number>();
  const measure = (text: string, { face, size: points }: Style) => {
    const key = `${face}|${text}`;
    const unit = widths.get(key) ?? doc.font(face).fontSize(100).widthOfString(text);
    widths.set(key, unit);
    return (unit * points) / 100;
  };
  const room = height - margin.top - margin.bottom - foot;
  const shown = withOrigin(sheet, origin);
  const attempts = baseSizes[sheet.kind].map((points) => points * scale);
  const fit = (base: number) => {
    const paper: Paper = { width: width - 2 * margin.x, base, measure };
    const { slabs, root } = layOut(shown, paper);
    return { pages: paginate(slabs, room), root };
  };
  let laid = fit(attempts[0] ?? 10);
  for (const base of attempts.slice(1)) if (laid.pages.length > 1) laid = fit(base);

  const elements = new Map<Tag, PDFKit.PDFStructureElement>();
  const document = grow(laid.root);
  doc.addStructure(document);
  for (const [index, placed] of laid.pages.entries()) {
    doc.addPage();
    drawFrames(placed);
    for (const { slab, y, repeated } of placed)
      for (const ink of slab.ink) drawInk(ink, margin.x, margin.top + y, repeated);
    drawFoot(index + 1, laid.pages.length);
    if (mark) drawMark(mark);
    await setImmediate();
  }
  doc.end();
  await finished;
  return Buffer.concat(chunks);

  function grow(tag: Tag): PDFKit.PDFStructureElement {
    const element = doc.struct(tag.type as never, tag.scope ? ({ scope: tag.scope } as object) : {});
    elements.set(tag, element);
    for (const inner of tag.children) element.add(grow(inner));
    return element;
  }

  function drawInk(ink: Ink, x: number, y: number, repeated: boolean): void {
    const element = 'tag' in ink && !repeated ? elements.get(ink.tag) : undefined;
    if (!element || !('tag' in ink)) return artifact(() => paint(ink, x, y));
    const content = doc.markStructureContent(ink.tag.type as never);
    paint(ink, x, y);
    doc.endMarkedContent();
    element.add(content);
  }

  function artifact(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  }

  function paint(ink: Ink, left: number, top: number): void {
    const [x, y] = [left + ink.x, top + ink.y];
    if (ink.kind === 'words') write(ink.text, x, y, ink.style);
    else if (ink.kind === 'qr') drawQr(`${origin}${ink.path}`, x, y, ink.size);
    else if (ink.kind === 'square') doc.lineWidth(0.8).rect(x, y, ink.size, ink.size).stroke('#333333');
    else if (ink.kind === 'rule')
      doc
        .lineWidth(0.8)
        .moveTo(x, y)
        .lineTo(x + ink.width, y)
        .stroke(ink.colour);
    else
      doc
        .lineWidth(0.9)
        .dash(0.5, { space: 2.5 })
        .lineCap('round')
        .moveTo(x, y)
        .lineTo(x + ink.width, y)
        .stroke('#555555')
        .undash();
  }

  function write(text: string, x: number, y: number, { face, size: points, colour }: Style): void {
    doc.font(face).fontSize(points).fillColor(colour).text(text, x, y, { lineBreak: false });
  }

  function drawFrames(placed: readonly Placed[]): void {
    artifact(() => {
      for (const { frame, top, bottom } of framesOn(placed)) {
        const [x, y] = [margin.x + frame.x, margin.top + top];
        doc.lineWidth(0.7 * scale);
        if (frame.fill) doc.rect(x, y, frame.width, bottom - top).fill(frame.fill);
        doc.rect(x, y, frame.width, bottom - top).stroke(frame.stroke);
        for (const edge of frame.columns)
          doc
            .moveTo(margin.x + edge, y)
            .lineTo(margin.x + edge, y + bottom - top)
            .stroke(frame.stroke);
      }
    });
  }

  function drawQr(address: string, x: number, y: number, side: number): void {
    const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
    const unit = side / rows.length;
    for (const [line, row] of rows.entries())
      for (let start = 0; start < row.length; start += 1) {
        if (!row[start]) continue;
        let end = start;
        while (row[end + 1]) end += 1;
        doc.rect(x + start * unit, y + line * unit, (end - start + 1) * unit, unit);
        start = end;
      }
    doc.fill('#000000');
  }

  function drawMark(text: string): void {
    const style: Style = { face: 'bold', size: 11 * scale, colour: '#8a0000' };
    artifact(() => write(text, (width - measure(text, style)) / 2, 14 * scale, style));
  }

  function drawFoot(number: number, of: number): void {
    artifact(() => {
      const top = height - margin.bottom - foot + 8 * scale;
      const side = foot - 8 * scale;
      const check = `${origin}/bang-niem-yet/kiem-tra/${hash}`;
      doc
        .lineWidth(0.6)
        .moveTo(margin.x, top - 2 * scale)
        .lineTo(width - margin.x, top - 2 * scale)
        .stroke('#06343f');
      drawQr(check, margin.x - 3 * scale, top, side);
      const style: Style = { face: 'regular', size: 8 * scale, colour: '#333333' };
      const x = margin.x + side + 6 * scale;
      const y = top + 7 * scale;
      write('Quét mã để biết tờ này còn hiệu lực hay đã được thay, hoặc mở địa chỉ:', x, y, style);
      write(check.replace(/^https?:\/\//, ''), x, y + 11.5 * scale, { ...style, face: 'strong' });
      write(`In ngày ${vietnameseDate(printedOn)} · Mã nội dung ${hash}`, x, y + 23 * scale, style);
      const page = `Trang ${number}/${of}`;
      const right = width - margin.x - measure(page, { ...style, face: 'strong' });
      write(page, right, y + 23 * scale, { ...style, face: 'strong' });
    });
  }
}
