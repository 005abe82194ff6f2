// The vCard of a channel: known values only, escaped and folded so that every reader gets back what went in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Contact } from '../../api/contacts/schema.ts';
import { escapeText, foldLine, vcardOf } from '../../api/contacts/vcard.ts';

const unfold = (text: string) => text.replaceAll('\r\n ', '');
const unescape = (text: string) =>
  text.replace(/\\([\\,;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/\p{Cc}/gu, ' '));

test('what is escaped and folded comes back whole, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: fc.constantFrom('ệ', ';', ',', '\\', '\n', 'a') }),
      (text, signs) => {
        const line = foldLine(`NOTE:${escapeText(text + signs)}`);
        for (const piece of line.split('\r\n'))
          expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
        expect(unescape(unfold(line).slice('NOTE:'.length))).toBe(text + signs);
      },
    ),
  );
});

const contact = Contact.parse({
  id: 'kenh-thu',
  tier: 'department',
  name: 'Kênh thử; có dấu chấm phẩy, dấu phẩy',
  operator: null,
  description: 'Kênh của bài thử.',
  details: [
    { type: 'phone', value: '0255 000 0000', validTo: '2026-12-31' },
    { type: 'email', value: null, missing: 'Sở chưa cung cấp' },
    { type: 'form', value: '/phan-anh/gui' },
  ],
  confidence: 'source',
  sources: [],
  validFrom: null,
  validTo: null,
  note: null,
});
const card = (today: string) => unfold(vcardOf(contact, 'https://vidu.example/duong-day-nong', today));

test('a card holds what is known and nothing else', () => {
  expect(card('2026-11-20').split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'LANG:vi',
    'FN:Kênh thử\\; có dấu chấm phẩy\\, dấu phẩy',
    'TEL;VALUE=uri;TYPE="voice,work":tel:02550000000',
    'URL:https://vidu.example/phan-anh/gui',
    'NOTE:Kênh của bài thử.',
    'SOURCE:https://vidu.example/duong-day-nong/kenh-thu.vcf',
    'URL;PREF=100:https://vidu.example/duong-day-nong',
    'END:VCARD',
    '',
  ]);
});

test('a number past its last day is not in the card', () => {
  expect(card('2026-12-31')).toContain('TEL;');
  expect(card('2027-01-01')).not.toContain('TEL;');
});
