// The legal basis out of a cell: one document per line, its number found where it is certain.
import type { ProcedureFile } from '../procedures/schema.ts';
import { sameText } from './words.ts';

type LegalBasis = Extract<ProcedureFile['legalBasis'], unknown[]>[number];

// Over a line with single spaces; a row of figures is tried from its first one only.
const numbered = /(?: ?\bsố:? ?)?(?<!\d)(?<number>\d+(?:\/\d{4})?\/(?:[A-ZĐ]+\d*)(?:-[A-ZĐ]+\d*)*)/u;
const kind =
  /^(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư|thông tư liên tịch|quyết định)(?= |$)/i;

/** Documents as the cell lists them; one that `before` names the same, or that the cell names by number only, is kept. */
export function legalBasisOf(words: string, before: readonly LegalBasis[]): LegalBasis[] {
  return documents(words).map((written) => {
    const line = written.replace(/\s+/g, ' ');
    const found = numbered.exec(line);
    const number = found?.groups?.['number'] ?? null;
    const title = line
      .replace(found?.[0] ?? '', '')
      .replace(/\s+/g, ' ')
      .trim();
    const onlyKind = title === '' || title.replace(kind, '').trim() === '';
    const kept = before.find(
      (basis) =>
        (number === null || basis.number === number) &&
        (sameText(basis.title ?? '', title) || (number !== null && onlyKind)),
    );
    return kept ?? { number, title: number !== null && onlyKind ? null : title };
  });
}

function documents(words: string): string[] {
  const lines = words
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => {
      const parts = line.split(/;\s*/).filter(Boolean);
      return parts.every((part) => kind.test(bullet(part)) || numbered.test(part)) ? parts : [line];
    });
  return lines.map(bullet).filter((line) => /[\p{L}\d]/u.test(line));
}
const bullet = (line: string) =>
  line
    .replace(/^\s*(?:[-+•*]|\d+[.)])\s*/, '')
    .replace(/[.;]$/, '')
    .trim();
