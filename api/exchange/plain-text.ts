// What the national database writes as HTML, in plain lines.

const named: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bull: '•',
  deg: '°',
  times: '×',
};
// Letters with one mark, as editors of web pages write them: &agrave; &Ocirc; …
const marks: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
};
const block = /<\/?(?:p|div|li|ul|ol|br|tr|table|tbody|thead|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const tag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi;

/** The words of a text that may carry markup, one line for each block; NFC. A text without any keeps its lines. */
export function plainText(text: string): string {
  const isMarkup = new RegExp(tag.source, 'i').test(text);
  const bare = isMarkup
    ? text.replaceAll(/\s+/g, ' ').replaceAll(block, '\n').replaceAll(tag, '')
    : text.replaceAll('\r\n', '\n');
  const words = bare.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole);
  const lines = isMarkup
    ? words
        .split('\n')
        .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
        .filter(Boolean)
    : [words.trim()];
  return lines.join('\n').normalize('NFC');
}

/** Every text in a value, plain. */
export function plainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plainTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainTexts(inner)]));
}

function entity(name: string): string | undefined {
  const figure = /^#(x)?([0-9a-f]+)$/i.exec(name);
  if (figure) {
    const code = Number.parseInt(figure[2] ?? '', figure[1] ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  }
  const [, letter, mark = ''] = /^([a-z])(grave|acute|circ|tilde)$/i.exec(name) ?? [];
  return letter === undefined ? named[name.toLowerCase()] : letter + (marks[mark] ?? '');
}
