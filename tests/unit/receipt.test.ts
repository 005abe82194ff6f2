// The receipt's one line: it reads back as written, forgives what copying does to it, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceipt, receiptAddress, receiptText, signedBytes } from '../../api/receipts/receipt.ts';

const receipt = {
  number: 'PAKN-2026-000123',
  receivedAt: '2026-11-20T01:30:00.000Z',
  commitment: 'q0vW3fX6bT8mZ1yK5sR9uE2hJ4gL7nP-_aBcDeFgHiJ',
  dueOn: '2026-12-14',
  keyId: '0a1b2c3d',
  signature: 'S'.repeat(86),
};
const text =
  'BN1~PAKN-2026-000123~2026-11-20T01:30:00.000Z~q0vW3fX6bT8mZ1yK5sR9uE2hJ4gL7nP-_aBcDeFgHiJ~2026-12-14~0a1b2c3d~' +
  'S'.repeat(86);

describe('the line', () => {
  it('holds version, number, moment, commitment, due date, key and signature', () => {
    expect(receiptText(receipt)).toBe(text);
    expect(readReceipt(text)).toEqual(receipt);
  });

  it('is signed over everything before the signature, under the name of the format', () => {
    expect(new TextDecoder().decode(signedBytes(receipt))).toBe(
      'minh-bach/receipt/v1\nBN1~PAKN-2026-000123~2026-11-20T01:30:00.000Z~q0vW3fX6bT8mZ1yK5sR9uE2hJ4gL7nP-_aBcDeFgHiJ~2026-12-14~0a1b2c3d',
    );
  });

  it('forgives white space and line breaks, wherever they came in', () => {
    const spaces = fc.constantFrom(' ', '\n', '\r\n', '\t', '\u00a0');
    fc.assert(
      fc.property(fc.nat(text.length), spaces, (at, space) => {
        expect(readReceipt(`${space}${text.slice(0, at)}${space}${text.slice(at)}\n`)).toEqual(receipt);
      }),
    );
  });

  it.each([
    ['another version', text.replace('BN1', 'BN2')],
    ['a part cut off', text.slice(0, -1)],
    ['a part too many', `${text}~x`],
    ['a number with a look-up code behind it', text.replace('000123', '000123 ABCD/EFGH')],
    ['nothing', ''],
  ])('with %s is none', (_what, wrong) => {
    expect(readReceipt(wrong)).toBeUndefined();
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void readReceipt(any)));
  });
});

describe('the address of the QR code', () => {
  it('has the receipt in its fragment, which is sent to no server, and needs no escaping', () => {
    const address = receiptAddress('https://coquan.example', text);
    expect(new URL(address).hash).toBe(`#${text}`);
    expect(new URL(address).href).toBe(address);
  });
});
