// Where decisions, procedures and kept contents do not fit each other; each finding a Vietnamese sentence. Pure.
import { vietnameseDate } from '../../dates/dates.ts';
import type { VersionFile } from '../version.ts';
import { type Decision, effectiveDay } from './schema.ts';
import { effectOf, historyOf } from './state.ts';

/** Everything that cannot be so; a start stops at the first. */
export function contradictions(
  slugs: ReadonlySet<string>,
  versions: ReadonlyMap<string, readonly VersionFile[]>,
  decisions: readonly Decision[],
): string[] {
  return [
    ...decisions.flatMap((decision) => unknownProcedures(decision, slugs)),
    ...[...versions].flatMap(([slug, kept]) => strayVersions(slug, kept, slugs, decisions)),
    ...[...slugs].flatMap((slug) => afterTheEnd(slug, decisions)),
  ];
}

function unknownProcedures({ slug, items }: Decision, slugs: ReadonlySet<string>): string[] {
  return items
    .flatMap(({ procedure, replaces }) => [procedure, ...replaces])
    .filter((named) => !slugs.has(named))
    .map(
      (named) =>
        `content/decisions/${slug}.yaml chưa đúng: không có thủ tục nào tên tệp là procedures/${named}.yaml.`,
    );
}

function strayVersions(
  slug: string,
  kept: readonly VersionFile[],
  slugs: ReadonlySet<string>,
  decisions: readonly Decision[],
): string[] {
  const wrong = (why: string) => `content/versions/${slug} chưa đúng: ${why}`;
  if (!slugs.has(slug)) return [wrong(`không có thủ tục nào tên tệp là procedures/${slug}.yaml.`)];
  return kept.flatMap(({ by, until }) => {
    if (by === null) return [];
    const decision = decisions.find((one) => one.slug === by);
    if (!decision) return [wrong(`không có quyết định nào tên tệp là decisions/${by}.yaml.`)];
    const day = effectiveDay(decision);
    return day === until
      ? []
      : [
          wrong(
            `nội dung trước ${decision.number} thôi dùng từ ${vietnameseDate(until)}, nhưng quyết định có hiệu lực từ ${vietnameseDate(day)}. Sửa until hoặc effectiveOn.`,
          ),
        ];
  });
}

/** An amended or standardised procedure must not have ended before; only a new decision brings it back. */
function afterTheEnd(slug: string, decisions: readonly Decision[]): string[] {
  let isOver = false;
  return historyOf(slug, decisions)
    .toReversed()
    .flatMap(({ decision, item }) => {
      const effect = effectOf(slug, item);
      if (effect === 'begin' || effect === 'end') isOver = effect === 'end';
      return effect === 'hold' && isOver
        ? [
            `content/decisions/${decision.slug}.yaml chưa đúng: thủ tục ${slug} đã hết hiệu lực trước đó; dùng new hoặc replace nếu được ban hành lại.`,
          ]
        : [];
    });
}

/** Kept contents in the order in which they ended; of one day, in the order in which their decisions were signed. */
export function inEndingOrder(
  versions: readonly VersionFile[],
  decisions: readonly Decision[],
): VersionFile[] {
  const signed = (by: string | null) => decisions.find(({ slug }) => slug === by)?.signedOn ?? '';
  const key = ({ until, by }: VersionFile) => `${until} ${signed(by)} ${by ?? ''}`;
  return versions.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
