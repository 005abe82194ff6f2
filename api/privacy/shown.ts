// Which version of the notice somebody was shown when they agreed. Pure.
import { noticeMark, type PrivacyFront } from './schema.ts';

/** The mark of the version that a form names, or of the newest where it names none; undefined for one that never was. */
export function shownNotice(
  versions: readonly PrivacyFront[],
  named: string | undefined,
): string | undefined {
  const found = named === undefined ? versions[0] : versions.find(({ version }) => version === named);
  return found && noticeMark(found);
}
