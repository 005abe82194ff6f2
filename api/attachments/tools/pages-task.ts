// Confined work: one page of a PDF wanted as a picture; no script of the file runs, nothing is fetched.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

export type PageAsked = { bytes: Uint8Array; page: number; widest: number };
/** A page of a PDF, or why there is none; width and height in pixels of the picture. */
export type PageDrawn =
  | { pages: number; picture: Uint8Array | null; width: number; height: number }
  | { refused: 'locked' | 'broken' };

export async function task({ bytes, page, widest }: PageAsked): Promise<PageDrawn> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => error);
  if (document instanceof Error || typeof document !== 'object' || document === null)
    return {
      refused: /password/i.test(document instanceof Error ? document.message : '') ? 'locked' : 'broken',
    };
  const opened = document as Awaited<ReturnType<typeof library.loadDocument>>;
  const pages = opened.getPageCount();
  if (page < 1 || page > pages) return { pages, picture: null, width: 0, height: 0 };
  const wanted = opened.getPage(page - 1);
  const { originalWidth, originalHeight } = wanted.getOriginalSize();
  const scale = Math.min(3, widest / Math.max(1, originalWidth), (widest * 2) / Math.max(1, originalHeight));
  const { data, width, height } = await wanted.render({
    scale,
    renderFormFields: true,
    render: async ({ data: pixels, width, height }) =>
      await sharp(pixels, { raw: { width, height, channels: 4 } })
        .flatten({ background: '#fff' })
        .webp({ quality: 80 })
        .toBuffer(),
  });
  return { pages, picture: data, width, height };
}
