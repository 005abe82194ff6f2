// Names of attachments: harmless to keep, to show and to put into a header. Pure.
import { kinds } from './labels.ts';
import type { AttachmentKind } from './schema.ts';

const maxCharacters = 80;
// Controls, marks without width or with direction, and what file systems and shells read as more than a name.
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u2800\u3164\uffa0<>:"|?*`$%;&]/gu;

/**
 * The sender's file name made harmless: the last part of a path, NFC, no hidden marks, every ending taken off and
 * the one that fits the content put on. Never empty; at most 80 characters and the ending.
 */
export function tidyName(given: string, kind: AttachmentKind): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(unsafe, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const stem = plain.replace(/(\s*\.\s*[a-z][a-z0-9]{0,4})+$/i, '').replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...stem].slice(0, maxCharacters).join('').trim() || 'tep-dinh-kem'}.${kinds[kind].ending}`;
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
