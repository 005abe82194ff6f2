// The form of what a sender said that the first step of a case commits to: it never changes until it is erased. Pure.
import { canonicalJson } from '../../text/canonical.ts';
import { contentNames, type ContentColumns } from './table.ts';

// Letters from before there were further fields are committed to with these two, said or not.
const always: readonly string[] = ['body', 'wish'];

/** Canonical JSON of the columns of the content: `body` and `wish` always, every other one where something was said. */
export function contentText(content: Pick<ContentColumns, 'body'> & Partial<ContentColumns>): string {
  const said = contentNames.map((name) => [name, content[name] ?? null] as const);
  return canonicalJson(
    Object.fromEntries(said.filter(([name, value]) => value !== null || always.includes(name))),
  );
}
