// What a Word or Excel file can do besides being read: fields, templates, objects and links, in all of its parts.
import { unzipEntry, type ZipEntry } from '../../../archives/zip.ts';
import type { Finding } from '../../findings.ts';

const maxPartBytes = 60 * 1024 * 1024;
const program = /\.(?:exe|dll|com|scr|pif|bat|cmd|vbs?|vbe|jse?|wsf|wsh|hta|ps1|lnk|msi|jar|reg|cpl)$/i;
const programInside =
  /This program cannot be run in DOS mode|\.(?:exe|scr|pif|bat|cmd|vbs|vbe|wsf|hta|ps1|lnk|msi|jar)\0/i;

/** Entries must have been unpacked once without a lie about their length (`unpackedBytes`). */
export function findInOffice(file: Buffer, entries: readonly ZipEntry[]): Finding[] {
  const found = new Set<Finding>();
  for (const entry of entries) {
    const { name } = entry;
    if (program.test(name)) found.add('office-program');
    if (/(?:^|\/)(?:connections|queryTables\/[^/]*)\.xml$/i.test(name)) found.add('office-data');
    if (/oleObject/i.test(name) || (/embeddings\//i.test(name) && /\.bin$/i.test(name))) {
      found.add('office-object');
      const bytes = unzipEntry(file, entry, maxPartBytes);
      const words = bytes ? bytes.toString('latin1') : '';
      // Names inside are in one or two bytes a letter.
      if (programInside.test(words) || programInside.test(words.replaceAll('\0', '').concat('\0')))
        found.add('office-program');
    }
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const bytes = unzipEntry(file, entry, maxPartBytes);
    if (!bytes) continue;
    const text = xmlText(bytes);
    if (/\.rels$/i.test(name)) for (const finding of inRelationships(text)) found.add(finding);
    if (/<(?:\w+:)?ddeLink[\s>]/.test(text)) found.add('office-dde');
    if (/^word\//i.test(name) && hasDdeField(text)) found.add('office-dde');
  }
  return [...found];
}

/** In UTF-16 the words looked for would hide behind zero bytes. */
function xmlText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0 || bytes[1] === 0) return bytes.toString('latin1').replaceAll('\0', '');
  return bytes.toString('utf8');
}

function inRelationships(text: string): Finding[] {
  const found: Finding[] = [];
  for (const [whole] of text.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
    const value = (name: string) =>
      entities(
        new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
          .exec(whole)
          ?.slice(1)
          .find((one) => one !== undefined) ?? '',
      );
    if (!/^external$/i.test(value('TargetMode'))) continue;
    const kind = value('Type').split('/').at(-1) ?? '';
    const isElsewhere = /^(?:https?|ftp|mhtml|ms-\w+):|^(?:file:)?[\\/]{2,}(?![\\/]*[A-Za-z]:)/i.test(
      value('Target'),
    );
    // A template on the writer's own disk is what every company form names; one on another machine is fetched and run.
    if (kind === 'attachedTemplate') {
      if (isElsewhere) found.push('office-template');
    } else if (kind !== 'hyperlink') found.push('office-linked');
  }
  return found;
}

/** A field may be split over runs: its words are joined between its marks. */
function hasDdeField(text: string): boolean {
  if (/<w:fldSimple\s[^<>]*w:instr\s*=\s*["'][^"']{0,20}\bDDE(?:AUTO)?\b/i.test(text)) return true;
  let words = '';
  const dde = () => /(?:^|\s)DDE(?:AUTO)?(?:\s|$|")/i.test(entities(words));
  for (const [, mark, instruction] of text.matchAll(
    /<w:fldChar\s[^<>]*w:fldCharType\s*=\s*["'](\w+)["']|<w:instrText(?:\s[^<>]*)?>([^<]*)</g,
  )) {
    if (instruction !== undefined) words += instruction;
    else if (mark === 'begin' || mark === 'end' || mark === 'separate') {
      // A field inside another builds its words: {QUOTE 68 68 69} and the like are joined too.
      if (mark !== 'begin' && dde()) return true;
      if (mark === 'end') words = '';
      else if (mark === 'separate') words = lastWordsOf(words);
    }
  }
  return dde();
}

/** What a word may still go on from, of words that were looked at: a field without an end is not read again and again. */
function lastWordsOf(words: string): string {
  if (words.length <= mostOfWord) return words;
  const tail = words.slice(-mostOfWord);
  const from = tail.search(/\s/);
  return from < 0 ? `x${tail}` : tail.slice(from);
}
const mostOfWord = 80;

const entities = (text: string) =>
  text
    .replace(/&#(x?)([0-9a-fA-F]{1,6});/g, (_, hex: string, code: string) => {
      const point = Number.parseInt(code, hex ? 16 : 10);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
