// The decision that an import belongs to: a file of content/decisions, or a new one from flags and the list's own lines.
import { type Decision, DecisionFile } from '../procedures/decisions/schema.ts';
import { fold } from '../text/fold.ts';
import type { Preamble } from './list-headings.ts';

/** What the command says of the decision, beside what the list itself says. */
export type Told = Preamble & { receivedOn?: string; file?: string; shortened?: boolean };
type Asked = {
  slug: string | null;
  told: Told;
  preamble: Preamble;
  isSample: boolean;
  decisions: readonly Decision[];
};

const labels: Record<string, string> = {
  number: 'số (--number)',
  signedOn: 'ngày ký (--signed)',
  authority: 'cơ quan ban hành (--authority)',
};

/** Null: the import names no decision. `refusals`: what contradicts itself or is missing. */
export function decisionFor(asked: Asked): { decision: Decision | null; refusals: string[] } {
  const { told, preamble, decisions, isSample } = asked;
  const said = { ...preamble, ...defined(told) };
  const slug = asked.slug ?? (said.number && said.signedOn ? decisionSlug(said.number, said.signedOn) : null);
  const known = decisions.find((decision) => decision.slug === slug);
  if (known) {
    const refusals = contradictions({ ...said, ...told }, known, 'tệp quyết định ghi');
    if (said.effectiveOn && known.effectiveOn === null && said.effectiveOn !== known.signedOn)
      refusals.push(
        `Quyết định: tệp content/decisions/${known.slug}.yaml không ghi ngày có hiệu lực nên tính từ ngày ký. Ghi effectiveOn: ${said.effectiveOn} vào tệp ấy trước, sửa until của các nội dung cũ theo, rồi nhập lại.`,
      );
    // What its file left open is filled in.
    const { receivedOn = null, file = null, shortened = false } = told;
    const filled = {
      ...known,
      receivedOn: known.receivedOn ?? receivedOn,
      file: known.file ?? file,
      shortened: known.shortened || shortened,
    };
    return { decision: filled, refusals };
  }
  const refusals = contradictions(told, preamble, 'danh mục ghi');
  if (slug === null && Object.keys(said).length === 0) return { decision: null, refusals };
  const missing = (['number', 'signedOn', 'authority'] as const).filter((key) => !said[key]);
  if (missing.length > 0 || slug === null) {
    refusals.push(
      `Quyết định ${asked.slug ?? ''} chưa có trong content/decisions và còn thiếu: ${missing.map((key) => labels[key]).join(', ')}.`.replace(
        '  ',
        ' ',
      ),
    );
    return { decision: null, refusals };
  }
  const parsed = DecisionFile.safeParse({
    number: said.number,
    title: said.title ?? 'Công bố danh mục thủ tục hành chính',
    scope: /^(bo|bo truong)\b/.test(fold(said.authority ?? '')) ? 'ministry' : 'province',
    authority: said.authority,
    signedOn: said.signedOn,
    effectiveOn: said.effectiveOn ?? null,
    receivedOn: told.receivedOn ?? null,
    shortened: told.shortened ?? false,
    file: told.file ?? null,
    note: isSample ? 'Dữ liệu minh họa, không phải quyết định thật.' : null,
    items: [],
  });
  if (parsed.success && refusals.length === 0) return { decision: { slug, ...parsed.data }, refusals };
  const issues = parsed.error?.issues ?? [];
  const label = (key: PropertyKey | undefined) =>
    ({ ...labels, effectiveOn: 'ngày có hiệu lực (--effective)', receivedOn: 'ngày nhận (--received)' })[
      String(key)
    ] ?? String(key);
  refusals.push(...issues.map(({ path, message }) => `Quyết định, ${label(path[0])}: ${message}`));
  return { decision: null, refusals };
}

/** `382/QĐ-UBND` of 2015 -> `382-qd-ubnd-2015`. */
export const decisionSlug = (number: string, signedOn: string): string =>
  fold(`${number} ${signedOn.slice(0, 4)}`).replace(/[^a-z0-9]+/g, '-');

const compared = {
  number: 'số',
  signedOn: 'ngày ký',
  effectiveOn: 'ngày có hiệu lực',
  receivedOn: 'ngày nhận',
  file: 'tệp',
} as const;

function contradictions(
  said: Told,
  other: { [key in keyof typeof compared]?: string | null },
  who: string,
): string[] {
  return (Object.keys(compared) as (keyof typeof compared)[])
    .filter((key) => said[key] && other[key] && said[key] !== other[key])
    .map((key) => `Quyết định: ${compared[key]} là ${said[key]}, còn ${who} ${other[key]}. Sửa cho khớp.`);
}

const defined = (told: Told): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
