// How much of what must be hidden is found, and how often ordinary words are pointed at for nothing.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../api/cases/privacy/masking.ts';
import {
  around,
  drawnSender,
  type DrawnSender,
  emailSpellings,
  labelledNumber,
  nameSpellings,
  phoneSpelling,
} from '../support/worlds/sender-spellings.ts';

const spellingOf = (sender: DrawnSender) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...nameSpellings(sender.name)), weight: 4 },
    { arbitrary: phoneSpelling(sender.phone), weight: 2 },
    { arbitrary: fc.constantFrom(...emailSpellings(sender.email)), weight: 2 },
    { arbitrary: labelledNumber, weight: 2 },
  );
const letter = drawnSender.chain((sender) =>
  around(spellingOf(sender)).map((written) => ({ sender, ...written })),
);

test(
  'of 2,000 generated texts, at least 99% have what was put into them marked',
  { timeout: 240_000 },
  () => {
    const letters = fc.sample(letter, { numRuns: 2000, seed: 20261129 });
    const missed = letters.filter(({ sender, text, at, spelling }) => {
      const findings = findPersonalData(text, sender);
      return !findings.some(({ start, end }) => start < at + spelling.length && end > at);
    });
    const recall = 1 - missed.length / letters.length;
    console.log(`masking: recall ${recall.toFixed(4)} in ${letters.length} texts`);
    expect(recall, missed.map(({ spelling }) => spelling).join(' | ')).toBeGreaterThanOrEqual(0.99);
  },
);

describe('whoever the sender is', () => {
  test('each listed spelling of the name is marked in any text', () => {
    fc.assert(
      fc.property(
        drawnSender.chain(({ name }) =>
          fc.record({ name: fc.constant(name), spelling: fc.constantFrom(...nameSpellings(name)) }),
        ),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        ({ name, spelling }, noise) => {
          const found = findPersonalData(`${noise}\n${spelling}\n${noise}`, { name });
          const at = noise.length + 1;
          expect(found.some(({ start, end }) => start < at + spelling.length && end > at)).toBe(true);
        },
      ),
    );
  });

  test('the own telephone is certain with any dash, or broken over lines', () => {
    fc.assert(
      fc.property(
        drawnSender.chain((sender) => phoneSpelling(sender.phone).map((spelling) => ({ sender, spelling }))),
        ({ sender, spelling }) => {
          const found = findPersonalData(`gọi ${spelling} nhé`, sender);
          expect(found.some(({ kind, certain }) => kind === 'phone' && certain)).toBe(true);
        },
      ),
    );
  });
});

test('in the published texts of procedures, at most two marks for 1,000 words', () => {
  const folder = path.resolve(import.meta.dirname, '../../content/procedures');
  const texts = fs.readdirSync(folder).map((file) =>
    fs
      .readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => !/https?:|readOn|code:/.test(line))
      .join('\n'),
  );
  const words = texts.join(' ').split(/\s+/).length;
  const senders = fc.sample(drawnSender, { numRuns: texts.length, seed: 7 });
  const marks = texts.flatMap((text, index) => findPersonalData(text, senders[index] ?? { name: '' }));
  const perThousand = (marks.length / words) * 1000;
  console.log(`masking: ${perThousand.toFixed(2)} false marks per 1,000 words (${marks.length} in ${words})`);
  expect(perThousand).toBeLessThan(2);
});
