// The legal basis out of a cell: one document per line, its number found where it is certain.
import type { ProcedureFile } from '../schema.ts';

type LegalBasis = Extract<ProcedureFile['legalBasis'], unknown[]>[number];

const number = /\d+(?:\/\d{4})?\/(?:[A-ZĐ]+\d*)(?:-[A-ZĐ]+\d*)*/u;
const kind = /^(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư|thông tư liên tịch|quyết định)\b/i;

/** Documents as the cell lists them; one that `before` already names by the same number and no other words is kept. */
export function legalBasisOf(words: string, before: readonly LegalBasis[]): LegalBasis[] {
  return documents(words).map((title) => {
    const found = number.exec(title)?.[0] ?? null;
    const bare = title
      .replace(found ?? '', '')
      .replace(/[.,;]/g, '')
      .trim();
    const onlyNumber = found !== null && (bare === '' || /^[\p{L} ]+ số$/u.test(bare));
    const kept = before.find(
      (basis) => (basis.title === title && basis.number === found) || (onlyNumber && basis.number === found),
    );
    return kept ?? { number: found, title: bare === '' ? null : title };
  });
}

function documents(words: string): string[] {
  const lines = words
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => {
      const parts = line.split(/;\s*/).filter(Boolean);
      return parts.every((part) => kind.test(bullet(part)) || number.test(part)) ? parts : [line];
    });
  return lines.map(bullet).filter((line) => /[\p{L}\d]/u.test(line));
}
const bullet = (line: string) =>
  line
    .replace(/^\s*(?:[-+•*]|\d+[.)])\s*/, '')
    .replace(/[.;]$/, '')
    .trim();
