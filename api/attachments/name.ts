// Names of attachments: harmless to keep, to show and to put into a header. Pure.
import { kinds } from './labels.ts';
import type { AttachmentKind } from './schema.ts';

const maxCharacters = 80;
/** What is looked at of a name, in UTF-16 units: no file system keeps a longer one. */
const longest = 1_000;
// Controls, marks without width or with direction, and what file systems and shells read as more than a name.
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u2800\u3164\uffa0<>:"|?*`$%;&]/gu;

/**
 * The sender's file name made harmless: the last part of a path, NFC, no hidden marks, every ending taken off and
 * the one that fits the content put on. Never empty; at most 80 characters and the ending.
 */
export function tidyName(given: string, kind: AttachmentKind): string {
  const start = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1;
  const last = given.slice(start, start + longest).toWellFormed();
  const plain = last.replace(unsafe, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const stem = withoutEndings(plain);
  return `${[...stem].slice(0, maxCharacters).join('').trim() || 'tep-dinh-kem'}.${kinds[kind].ending}`;
}

/** `đơn.pdf .exe` is `đơn`: one pattern over all endings at once would try each of them from each of them. */
function withoutEndings(name: string): string {
  const parts = name.split('.');
  while (parts.length > 1 && /^\s?[a-z][a-z0-9]{0,4}\s?$/i.test(parts.at(-1) ?? '')) parts.pop();
  const rest = parts.map((part) => part.trim());
  while (rest.length > 0 && rest[0] === '') rest.shift();
  while (rest.length > 0 && rest.at(-1) === '') rest.pop();
  return rest.join('.');
}

/** The name a download falls back on, of ASCII only: `PAKN-2026-000001-2.pdf`. */
export const generatedName = (number: string, place: number, kind: AttachmentKind): string =>
  `${number}-${place}.${kinds[kind].ending}`;

/** Content-Disposition of a download (RFC 6266): the generated name, and the sender's own by RFC 5987. */
export function disposition(generated: string, own: string): string {
  const encoded = encodeURIComponent(own).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${generated}"; filename*=UTF-8''${encoded}`;
}
