// What a page has the doors know before it is asked, said by the page itself: a line in its frontmatter such as
// `export const door = { takes: 'files' } satisfies PageDoor;`. The build gathers these lines. Pure.
import { z } from 'zod';

export const PageDoor = z.strictObject({
  /** Forms with files come here, the workbook of a month, or words too long for their form: they weigh more than others. */
  takes: z.enum(['files', 'workbook', 'long-words']).optional(),
  /** Mail programs post here by themselves and name no origin (RFC 8058 §3.1). */
  isOneClick: z.literal(true).optional(),
});
export type PageDoor = z.infer<typeof PageDoor>;

/** By the address of the page. */
export type PageDoors = ReadonlyMap<string, PageDoor>;

/**
 * What a page declares in its source; undefined where nothing. Throws a sentence for a declaration that nobody would
 * read: it must stand in one line, of plain values.
 */
export function doorDeclaredIn(file: string, source: string): PageDoor | undefined {
  if (!/^export const door\b/m.test(source)) return undefined;
  const literal = /^export const door = \{(?<said>[^{}\n]*)\} satisfies PageDoor;$/m.exec(source)?.groups?.[
    'said'
  ];
  const json = `{${literal
    ?.replaceAll(/(\w+):/g, '"$1":')
    .replaceAll("'", '"')
    .replace(/,\s*$/, '')}}`;
  const { data } = PageDoor.safeParse(literal === undefined ? undefined : readJson(json));
  if (!data) throw new Error(`${file}: say the door of a page in one line, as in api/forms/page-door.ts`);
  return data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of a page by its file: `can-bo/index.astro` is `/can-bo`. Throws for one that stands for many. */
export function pageAddress(file: string): string {
  if (file.includes('[')) throw new Error(`${file}: a page of many addresses declares no door`);
  return `/${file.replace(/\.\w+$/, '').replace(/(^|\/)index$/, '')}`;
}
