// A DOCX read back: its texts, and its tables row by row.
import { inflateRawSync } from 'node:zlib';
import { readZip } from '../../../api/archives/zip.ts';

/** The document of a DOCX as XML. */
export function wordXml(bytes: Buffer): string {
  const entry = readZip(bytes)?.find(({ name }) => name === 'word/document.xml');
  if (!entry) throw new Error('no document');
  return inflateRawSync(bytes.subarray(entry.startsAt, entry.startsAt + entry.packedBytes)).toString('utf8');
}
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
/** All texts of a document, one a line. */
export const wordText = (bytes: Buffer) =>
  [...wordXml(bytes).matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
    .map(([text]) => unescaped(text.replace(/^<w:t[^>]*>/, '')))
    .join('\n');
/** Every row of every table as the texts of its cells. */
export const wordRows = (bytes: Buffer) =>
  [...wordXml(bytes).matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => unescaped(text ?? '')).join(' '),
    ),
  );
