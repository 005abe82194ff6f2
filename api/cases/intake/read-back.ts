// A look-up code read aloud over the telephone: one word a character, so that nothing sounds like something else. Pure.

const words: Record<string, string> = {
  A: 'An', B: 'Bình', C: 'Cường', D: 'Dũng', E: 'Em', F: 'chữ ép', G: 'Gấm', H: 'Hòa', J: 'chữ gi', K: 'Kiên',
  L: 'Lan', M: 'Minh', N: 'Nam', P: 'Phúc', Q: 'Quang', R: 'Rồng', S: 'Sơn', T: 'Tâm', U: 'Uyên', V: 'Vinh',
  W: 'chữ vê kép', X: 'Xuân', Y: 'Yến', Z: 'chữ dét',
  2: 'số hai', 3: 'số ba', 4: 'số bốn', 5: 'số năm', 6: 'số sáu', 7: 'số bảy', 8: 'số tám', 9: 'số chín',
}; // prettier-ignore

/** The groups of a code, each character with the word to say; throws when it holds a character that no code has. */
export function readBack(secret: string): { group: string; spoken: { char: string; word: string }[] }[] {
  return secret.split('-').map((group) => ({
    group,
    spoken: [...group].map((char) => {
      const word = words[char];
      if (!word) throw new RangeError(`not a character of a look-up code: ${char}`);
      return { char, word };
    }),
  }));
}
