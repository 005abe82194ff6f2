// A look-up code that is read aloud is heard as it was written.
import { expect, test } from 'vitest';
import { readBack } from '../../api/cases/intake/read-back.ts';
import { newSecret } from '../../api/cases/tools/secret.ts';

// Every character that a look-up code can have.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

test('a code is read group by group, character by character', () => {
  expect(readBack('A2-BZ')).toEqual([
    {
      group: 'A2',
      spoken: [
        { char: 'A', word: 'An' },
        { char: '2', word: 'số hai' },
      ],
    },
    {
      group: 'BZ',
      spoken: [
        { char: 'B', word: 'Bình' },
        { char: 'Z', word: 'chữ dét' },
      ],
    },
  ]);
});

test('no two characters share a word', () => {
  const words = readBack(alphabet).flatMap(({ spoken }) => spoken.map(({ word }) => word));
  expect(new Set(words).size).toBe(32);
});

test('every code that is given out can be read', () => {
  for (let round = 0; round < 200; round += 1)
    expect(readBack(newSecret()).map(({ spoken }) => spoken.length)).toEqual([4, 4, 4, 4, 4]);
});

test('what no code holds is no code', () => {
  expect(() => readBack('AO12')).toThrow(RangeError);
});
