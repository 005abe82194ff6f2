// One drawn page of a file as a document of its own, shown in a sandboxed frame: a picture, no script, no address. Pure.
import { escapeXml } from '../../text/xml.ts';

/** How wide the page is drawn in its frame: as wide as the frame, twice, three times. */
export const zooms = [1, 2, 3] as const;

export const sheetStyle =
  'html{background:#fff}body{margin:0}img{display:block;width:100%;height:auto}' +
  '.x2 img{width:200%}.x3 img{width:300%}';

/** `picture` in base64; width and height in pixels of the picture. */
export function sheetHtml({
  title,
  picture,
  mime,
  width,
  height,
  zoom,
}: {
  title: string;
  picture: string;
  mime: string;
  width: number;
  height: number;
  zoom: number;
}): string {
  const said = escapeXml(title);
  return (
    `<!doctype html><html lang="vi" class="x${zoom}" data-framed><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${said}</title>` +
    `<style>${sheetStyle}</style></head><body><main>` +
    `<img alt="${said}" width="${width}" height="${height}" src="data:${mime};base64,${picture}"></main></body></html>`
  );
}
