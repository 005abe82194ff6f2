// A channel as a vCard 4.0 (RFC 6350): only what is known, escaped and folded as the standard asks. Pure.
import { dialHref } from '../text/phone.ts';
import { focalPersonLabel } from './labels.ts';
import type { Contact } from './schema.ts';
import { detailsOn, holdsOn, isPast, pastWords } from './expiry.ts';

/** RFC 6350 §3.4: backslash, comma, semicolon and line feed are escaped; other control characters have no place. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\,;]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** RFC 6350 §3.2: lines of at most 75 octets, continued after CRLF and a space; no character is cut in two. */
export function foldLine(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > 75) {
      pieces.push('');
      // The space at the head of a continued line counts.
      octets = 1;
    }
    pieces[pieces.length - 1] += sign;
    octets += size;
  }
  return pieces.join('\r\n ');
}

/**
 * The card of a channel on `today` (YYYY-MM-DD); details that do not hold on that day are left out. `address` is the page of the
 * channels, absolute; a form on the portal itself is named by its absolute address too.
 */
export function vcardOf(contact: Contact, address: string, today: string): string {
  const { id, name, operator, description, focalPersons, note, validTo } = contact;
  const holding = detailsOn(contact, today).filter((one) => one.value !== null && holdsOn(one, today));
  const ended = validTo !== null && isPast(contact, today) ? `Kênh này ${pastWords(validTo)}.` : null;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'LANG:vi',
    `FN:${escapeText(name)}`,
    ...(operator ? [`ORG:${escapeText(operator)}`] : []),
    ...holding.flatMap(({ type, value, checked }) => propertyOf(type, value ?? '', checked, address)),
    ...focalPersons
      .filter((person) => person.name !== null && !ended && holdsOn(person, today))
      .map(({ name: who, position, phone, email }) =>
        noteLine([focalPersonLabel, [who, position, phone, email].filter(Boolean).join(', ')].join(': ')),
      ),
    noteLine([ended, description, note].filter(Boolean).join('\n')),
    // Without an address that is the portal's own, the card says none.
    ...(address
      ? [`SOURCE:${new URL(`${address}/${id}.vcf`).href}`, `URL;PREF=100:${new URL(address).href}`]
      : []),
    'END:VCARD',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

const noteLine = (text: string) => `NOTE:${escapeText(text)}`;

function propertyOf(
  type: Contact['details'][number]['type'],
  value: string,
  checked: boolean,
  address: string,
) {
  const words = checked ? value : `${value} (chưa kiểm chứng)`;
  if (type === 'phone') return [`TEL;VALUE=uri;TYPE="voice,work":${dialHref(value)}`];
  if (type === 'email') return [`EMAIL;TYPE=work:${escapeText(value)}`];
  // The street component; the others are not known apart.
  if (type === 'address') return [`ADR;TYPE=work:;;${escapeText(words)};;;;`];
  if (type === 'hours') return [noteLine(`Giờ làm việc: ${words}`)];
  return URL.canParse(value, address || undefined)
    ? [`URL:${new URL(value, address || undefined).href}`]
    : [];
}
