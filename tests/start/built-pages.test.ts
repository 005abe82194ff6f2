// What the build made: a page for each procedure, nothing unconfirmed on it, scripts that older phones understand, and a
// light one behind the search field.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { expect, test } from 'vitest';

const built = path.resolve(import.meta.dirname, '../../.build/client');
const unconfirmed = ['1.001770', '1.001786', '2.002278', '2.001268', '2.002380', '1.003659', '1.002145'];

const procedurePages = () =>
  fs.readdirSync(path.join(built, 'thu-tuc')).filter((file) => file.endsWith('.html'));

test('there is one page for each procedure', () => {
  expect(procedurePages()).toHaveLength(81);
});

test('the pages of procedures show no unconfirmed code and no abolished level', () => {
  for (const page of ['thu-tuc.html', ...procedurePages().map((file) => `thu-tuc/${file}`)]) {
    const html = fs.readFileSync(path.join(built, page), 'utf8');
    for (const code of unconfirmed) expect(html, page).not.toContain(code);
    expect(html, page).not.toMatch(/mức độ [34]/i);
    expect(html, page).not.toMatch(/ style="/);
  }
});

/** The text of a page as it is read, a line for each block. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<\/?(?:a|strong|em|span|time|abbr|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n');

test('no comma and no full stop stands apart from its word', () => {
  const pages = fs.readdirSync(built, { recursive: true, encoding: 'utf8' });
  const apart = pages
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      (
        textOf(fs.readFileSync(path.join(built, file), 'utf8')).match(/[^\n]{0,40}\S[ \n]+[,.;](?=[ \n])/g) ??
        []
      ).map((found) => `${file}: ${found}`),
    );
  expect(apart).toEqual([]);
});

const scripts = fs.readdirSync(path.join(built, '_tep')).filter((file) => file.endsWith('.js'));

// What a phone of 2020 does not know: Chrome 80, Safari 13.
const younger = new Set(
  'at replaceAll toSorted toReversed toSpliced findLast findLastIndex replaceChildren requestSubmit checkVisibility groupBy hasOwn structuredClone randomUUID'.split(
    ' ',
  ),
);

/** What of a script such a phone does not understand, or has not got; the language of 2020 is the most it may know. */
function youngerParts(script: string): string[] {
  const found: string[] = [];
  const note = ({ start, end }: { start: number; end: number }): void => {
    found.push(script.slice(start, Math.min(end, start + 80)));
  };
  simple(parse(script, { ecmaVersion: 2020, sourceType: 'module' }), {
    MemberExpression({ property }) {
      if (property.type === 'Identifier' && younger.has(property.name)) note(property);
    },
    Identifier(node) {
      if (node.name === 'structuredClone') note(node);
    },
    Literal(node) {
      if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) note(node);
    },
    ChainExpression: note,
    LogicalExpression(node) {
      if (node.operator === '??') note(node);
    },
  });
  return found;
}

test.each([
  ['a?.b', ['a?.b']],
  ['a ?? b', ['a ?? b']],
  ['list.at(-1)', ['at']],
  ['/(?<!a)b/.test(c)', ['/(?<!a)b/']],
  ['a && b.map((c) => c)', []],
])('what phones of 2020 do not know is seen in %s', (script, parts) => {
  expect(youngerParts(script)).toEqual(parts);
});

test.each(['class A { b = 1 }', 'a ??= b', 'class A { #b() {} }', '/a/v.test(b)'])(
  'what phones of 2020 cannot even read is refused: %s',
  (script) => {
    expect(() => youngerParts(script)).toThrow(SyntaxError);
  },
);

test('every script that is shipped runs on phones of 2020', () => {
  expect(scripts.length).toBeGreaterThan(5);
  for (const file of scripts)
    expect(youngerParts(fs.readFileSync(path.join(built, '_tep', file), 'utf8')), file).toEqual([]);
  for (const worker of ['phan-anh/giu-bieu-mau.js', 'en/keep-form.js'])
    expect(youngerParts(fs.readFileSync(path.join(built, worker), 'utf8'))).toEqual([]);
});

test('the script of the search field weighs 3 kB in gzip, what comes when it is touched 9 kB', () => {
  const weightOf = (name: RegExp): number[] =>
    scripts
      .filter((file) => name.test(file))
      .map((file) => gzipSync(fs.readFileSync(path.join(built, '_tep', file))).length);
  const [field, ...otherFields] = weightOf(/^SearchBox/);
  const [engine, ...otherEngines] = weightOf(/^quick/);
  expect([otherFields, otherEngines]).toEqual([[], []]);
  expect(field).toBeLessThanOrEqual(3_000);
  expect(engine).toBeLessThanOrEqual(9_000);
});

test('the scripts of files and of the form without a line weigh 6 kB each in gzip: no schema of the API comes along', () => {
  const own = scripts.filter((file) => /^(?:AttachmentField|OfflineBox)/.test(file));
  expect(own).toHaveLength(2);
  for (const file of own)
    expect(gzipSync(fs.readFileSync(path.join(built, '_tep', file))).length, file).toBeLessThanOrEqual(6_000);
});
