// Lays the page's figures beside what the open event file gives, and names each number that differs:
//   node tests/compare.ts ho-so.jsonl so-lieu.json        (so-lieu.json: the link “JSON” of /so-lieu)
import fs from 'node:fs';
import { recompute } from './recompute.ts';

/** Every number of a tree with the way to it; members of a list go by their key, code, slug, field or month. */
export function numbersOf(value: unknown, way = ''): [string, number][] {
  if (typeof value === 'number') return [[way, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([index, inner]: [string, Record<string, unknown> | null]) => {
    const named =
      inner?.['key'] ?? inner?.['code'] ?? inner?.['slug'] ?? inner?.['field'] ?? inner?.['month'];
    return numbersOf(inner, `${way}/${Array.isArray(value) ? (named ?? index) : index}`);
  });
}

/** Where two sets of figures differ, in either direction; the equations of the page only repeat what stands elsewhere. */
export function differences(shown: object, again: object): string[] {
  const numbers = (all: object) => new Map(numbersOf({ ...all, identities: null, upto: null }));
  const [one, two] = [numbers(shown), numbers(again)];
  return [...new Set([...one.keys(), ...two.keys()])]
    .filter((way) => one.get(way) !== two.get(way))
    .map((way) => `${way}: ${one.get(way) ?? 'none'}, recomputed ${two.get(way) ?? 'none'}`);
}

const [, script, file, page] = process.argv;
if (script === import.meta.filename && file && page) {
  const shown = JSON.parse(fs.readFileSync(page, 'utf8'));
  const { surveys: _, ...again } = recompute(
    fs.readFileSync(file, 'utf8'),
    shown.period.from,
    shown.period.to,
  );
  const found = differences(shown, again);
  console.log(found.length > 0 ? found.join('\n') : `${numbersOf(again).length} numbers, all the same`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
