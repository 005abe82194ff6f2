// What must be hidden before an answer is published: personal data found in a text, and a name told by its initials.
// Sources: Điều 16 Luật 91/2025/QH15, Điều 19 Nghị định 20/2008/NĐ-CP. Pure.
import { foldWithPlaces, type Folded } from '../../text/folding.ts';
import { personalPatterns, type FindingKind, type Pattern } from './personal-patterns.ts';
import { nameFinder } from './sender-name.ts';
import { senderPatterns, type Sender } from './sender-patterns.ts';

/** `start` and `end` in UTF-16 units of the text; `certain`: the sender's own beyond doubt, it must not go out. */
export type Finding = {
  kind: FindingKind;
  text: string;
  start: number;
  end: number;
  advice: string;
  certain: boolean;
};

/**
 * Finds what looks personal in a text of any length, in order and without overlaps. Accents, letter case, spacing and
 * invisible characters hide nothing. It only warns, except for the sender's own name, telephone and e-mail.
 */
export function findPersonalData(text: string, sender: Sender): Finding[] {
  const folded = foldWithPlaces(text);
  const found = [
    ...nameFindings(text, folded, sender.name),
    ...[...senderPatterns(sender), ...personalPatterns].flatMap((pattern) => matches(text, folded, pattern)),
  ];
  // What is certain takes its place first; a place once taken is no other's.
  const taken = new Uint8Array(text.length);
  const kept: Finding[] = [];
  for (const finding of found.toSorted((a, b) => Number(b.certain) - Number(a.certain))) {
    if (taken.subarray(finding.start, finding.end).includes(1)) continue;
    taken.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

function nameFindings(text: string, folded: Folded, name: string): Finding[] {
  const places = nameFinder(name)?.(text, folded) ?? [];
  return places.map(({ start, end, certain }) => {
    const at = { start: folded.places[start] ?? 0, end: endOf(folded.places, end) };
    const found = { kind: 'name' as const, text: text.slice(at.start, at.end), ...at, certain };
    return { ...found, advice: certain ? theName : likelyTheName };
  });
}

const theName = 'là tên của người gửi. Hãy thay bằng “Ông/Bà” và chữ cái đầu, hoặc xóa.';
const likelyTheName = 'có thể là tên của người gửi. Hãy thay bằng “Ông/Bà” và chữ cái đầu, hoặc xóa.';

function matches(text: string, { plain, places }: Folded, pattern: Pattern): Finding[] {
  const { kind, advice, accept, certain } = pattern;
  return [...plain.matchAll(pattern.find)].flatMap((match): Finding[] => {
    const start = places[match.index] ?? 0;
    const end = endOf(places, match.index + match[0].length);
    const found = text.slice(start, end);
    if (accept?.(found, match[0]) === false) return [];
    return [{ kind, text: found, start, end, advice, certain: certain?.(found, match[0]) ?? false }];
  });
}

/** One character may fold to several ("№" to "No"): the end lies after the whole of it. */
function endOf(places: readonly number[], end: number): number {
  let after = end;
  while (after < places.length - 1 && places[after] === places[end - 1]) after += 1;
  return places[after] ?? 0;
}
