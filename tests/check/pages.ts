// Pages as the compiler reads them, by Astro's own converter; and what it says of them, told at the place in the page.
import { convertToTsx, type ConvertToTsxResult } from '@astrojs/astro2tsx';

export type ReadPage = { file: string; source: string; read: ConvertToTsxResult };

/** A page read as TSX. `file` from the project's root, `site/pages/so-lieu.astro`. */
export const readPage = (file: string, source: string): ReadPage => ({
  file,
  source,
  read: convertToTsx(source, { filename: file }),
});

/**
 * The files that stand for a page, named from the folder in which they are laid: the page, what an import of it by its
 * own name finds, and its scripts.
 */
export function laidFiles({ file, read }: ReadPage): [name: string, text: string][] {
  const page = file.slice(file.lastIndexOf('/') + 1);
  return [
    [`${file}.tsx`, read.code],
    [
      file.replace(/\.astro$/, '.d.astro.ts'),
      `export { default } from './${page}.tsx';\nexport * from './${page}.tsx';\n`,
    ],
    ...scriptsOf(read).map(({ content }, at): [string, string] => [
      `${file}.${at}.ts`,
      `${content}\nexport {};\n`,
    ]),
  ];
}

const scriptsOf = ({ scripts }: ConvertToTsxResult) =>
  scripts.filter(({ type }) => type === 'processed-module' || type === 'module');

/** What the converter itself could not read, a line each. */
export const unreadParts = ({ file, source, read }: ReadPage): string[] =>
  read.diagnostics.map(
    ({ message, position, severity }) =>
      `${file}${placeIn(source, position.start)}: ${severity === 1 ? 'error' : 'warning'}: ${message}`,
  );

const message =
  /^(?<laid>\S[^\n]*\.astro)\.(?:tsx|(?<script>\d+)\.ts)\((?<line>\d+),(?<column>\d+)\): (?<said>[^\n]*)$/;

/**
 * The compiler's lines about laid pages, told at their place in the page; other lines as they are. What the converter
 * declares for itself and leaves unused is nobody's fault and is left out.
 */
export function toldInPages(said: string, laidIn: string, pages: ReadPage[]): string[] {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  return said
    .split('\n')
    .filter((line) => line.trim() && !/TS6196: 'ASTRO__/.test(line))
    .map((line) => {
      const {
        laid = '',
        script,
        line: row = '1',
        column = '1',
        said: words,
      } = message.exec(line)?.groups ?? {};
      const page = byFile.get(laid.slice(laidIn.length + 1));
      if (!page) return line;
      const spot: [number, number] = [Number(row), Number(column)];
      const from = script ? inScript(page, Number(script), spot) : inTemplate(page, spot);
      return `${page.file}${placeIn(page.source, from)}: ${words}`;
    });
}

function inTemplate({ read }: ReadPage, spot: [number, number]): number {
  const at = offsetOf(read.code, ...spot);
  const piece = read.mappings.findLast(([start]) => start <= at);
  return piece ? piece[2] + Math.min(at - piece[0], piece[3]) : 0;
}

function inScript({ read }: ReadPage, number: number, spot: [number, number]): number {
  const script = scriptsOf(read)[number];
  return script ? script.position.start + offsetOf(script.content, ...spot) : 0;
}

const offsetOf = (text: string, line: number, column: number): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, row) => sum + row.length + 1, 0) +
  column -
  1;

function placeIn(text: string, offset: number): string {
  const rows = text.slice(0, offset).split('\n');
  return `(${rows.length},${(rows.at(-1) ?? '').length + 1})`;
}
