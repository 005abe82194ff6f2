// The look-up code: long, free of look-alikes, and it notices a slip of the finger.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSecret, readSecret } from '../../api/cases/tools/secret.ts';

const secrets = fc.constant(null).map(() => newSecret());

describe('a new code', () => {
  it('has five groups of four characters without 0, O, 1 and I', () => {
    fc.assert(fc.property(secrets, (secret) => /^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/.test(secret)));
  });

  it('is never the same twice in ten thousand', () => {
    expect(new Set(Array.from({ length: 10_000 }, newSecret)).size).toBe(10_000);
  });
});

describe('a typed code', () => {
  it('is read back whatever its case, spaces and dashes', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(readSecret(secret.toLowerCase().replaceAll('-', ' '))).toBe(secret);
        expect(readSecret(secret.replaceAll('-', '–'))).toBe(secret);
      }),
    );
  });

  it('with one wrong character, or two neighbours swapped, is noticed', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.nat(19),
        fc.constantFrom(...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'),
        (secret, at, char) => {
          const plain = [...secret.replaceAll('-', '')];
          const wrong = plain.with(at, char);
          if (wrong.join('') !== plain.join('')) expect(readSecret(wrong.join(''))).toBeUndefined();
          const [one, two] = [plain[at], plain[at + 1]];
          if (one === undefined || two === undefined || one === two) return;
          expect(
            readSecret(
              plain
                .with(at, two)
                .with(at + 1, one)
                .join(''),
            ),
          ).toBeUndefined();
        },
      ),
    );
  });

  it('of a wrong length or with a foreign character is no code', () => {
    for (const typed of ['', 'ABCD', 'A'.repeat(19), 'A'.repeat(21), `${'A'.repeat(19)}0`, 'Đ'.repeat(20)])
      expect(readSecret(typed)).toBeUndefined();
  });
});
