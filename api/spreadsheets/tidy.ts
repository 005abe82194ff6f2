// The words of a cell without what nobody sees: said by name, so that the one whose file it is knows. Pure.
import { isSyllable } from './syllable.ts';

export type Cleaning = 'invisible' | 'eth' | 'nfd' | 'bullet';

export const cleaningSays: Record<Cleaning, string> = {
  invisible: 'đã bỏ ký tự không nhìn thấy',
  eth: 'đã đổi chữ “ð” thành “đ”',
  nfd: 'đã ghép dấu rời thành chữ Unicode dựng sẵn',
  bullet: 'đã đổi dấu đầu dòng của phông ký hiệu thành “-”',
};

// Format characters (Cf), fillers, variation selectors; controls but for tab and line ends.
const unseen =
  /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u0000-\u0008\u000e-\u001f\u007f-\u009f]/u;
const unseenRun = new RegExp(`(?:${unseen.source})+`, 'gu');

/**
 * The words as a person reads them, NFC, and what was cleaned. White space at the ends goes unsaid, spaces within stay
 * as they are.
 */
export function tidyCell(given: string): { text: string; cleaned: Cleaning[] } {
  const cleaned: Cleaning[] = [];
  let text = given.toWellFormed();
  const change = (kind: Cleaning, next: string) => {
    if (next !== text) cleaned.push(kind);
    text = next;
  };
  const composed = text.normalize('NFC');
  if (/[\u0300-\u036f]/.test(text) && composed !== text) cleaned.push('nfd');
  text = composed;
  change('eth', text.replaceAll('ð', 'đ').replaceAll('Ð', 'Đ').replaceAll('Ɖ', 'Đ'));
  text = text.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n');
  change('invisible', unseen.test(text) ? joined(text) : text);
  change('bullet', text.replace(/[\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]/g, '-'));
  return { text: text.trim(), cleaned };
}

/** What stood between two syllables stood for a space; within one it stood for nothing. */
function joined(text: string): string {
  return text.split(unseenRun).reduce((whole, next) => {
    const before = /\p{L}+$/u.exec(whole.slice(-13))?.[0] ?? '';
    const after = /^\p{L}+/u.exec(next.slice(0, 13))?.[0] ?? '';
    const parts = before !== '' && after !== '' && isSyllable(before) && isSyllable(after);
    return `${whole}${parts && !isSyllable(before + after) ? ' ' : ''}${next}`;
  });
}
