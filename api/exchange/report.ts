// What an import would do, in Vietnamese for the terminal.
import { statusLabels } from '../procedures/labels.ts';
import { partLabels } from '../procedures/parts.ts';
import type { ProcedureFile } from '../procedures/schema.ts';
import { reviewLabels } from './full-columns.ts';
import { keyLabel, partWords } from './part-words.ts';
import type { Change, ChangeKind, Plan } from './plan.ts';

const kinds: Record<ChangeKind, string> = {
  new: 'Mới',
  changed: 'Thay đổi',
  replaces: 'Thay thế',
  repealed: 'Bãi bỏ',
  unchanged: 'Không đổi',
};
const wide = 300;

/** The lines of the comparison: each kind with its number, each change by part, before and after. */
export function reportOf({ changes, absent, cautions }: Plan, everything = false): string[] {
  const lines: string[] = [];
  for (const kind of ['new', 'changed', 'replaces', 'repealed'] as const) {
    const chosen = changes.filter((change) => change.kind === kind);
    if (chosen.length === 0) continue;
    lines.push('', `${kinds[kind].toUpperCase()} (${chosen.length})`);
    for (const change of chosen) lines.push(...linesOf(change));
  }
  const unchanged = changes.filter(({ kind }) => kind === 'unchanged');
  if (everything && unchanged.length > 0) lines.push('', `KHÔNG ĐỔI (${unchanged.length})`);
  if (everything) lines.push(...unchanged.map(({ slug, after }) => `  = ${slug}  ${after.name}`));
  if (everything && absent.length > 0) lines.push('', `CÓ TRONG NỘI DUNG, TỆP KHÔNG NÊU (${absent.length})`);
  if (everything) lines.push(...absent.map(({ slug, name }) => `  . ${slug}  ${name}`));
  if (cautions.length > 0) lines.push('', `CẦN XEM LẠI (${cautions.length})`);
  lines.push(...cautions.map((caution) => `  ! ${caution}`));
  lines.push('', countsOf({ changes, absent }));
  return lines;
}

/** `Mới 3 · Thay đổi 7 · Thay thế 0 · Bãi bỏ 2 · Không đổi 0 · Có trong nội dung, tệp không nêu 72` */
export function countsOf({ changes, absent }: Pick<Plan, 'changes' | 'absent'>): string {
  const counts = (Object.keys(kinds) as ChangeKind[]).map(
    (kind) => `${kinds[kind]} ${changes.filter((change) => change.kind === kind).length}`,
  );
  return [...counts, `Có trong nội dung, tệp không nêu ${absent.length}`].join(' · ');
}

function linesOf({ kind, slug, before, after, parts, others, replaces }: Change): string[] {
  const sign = { new: '+', changed: '~', replaces: '>', repealed: '-', unchanged: '=' }[kind];
  const lines = [`  ${sign} ${slug}  ${kind === 'repealed' ? (before ?? after).name : after.name}`];
  for (const old of replaces) lines.push(`      Thay cho: ${old}`);
  if (before === null) {
    const said = (Object.keys(partLabels) as (keyof typeof partLabels)[]).filter(
      (part) => part !== 'name' && after[part] !== 'unknown',
    );
    for (const part of said)
      for (const words of partWords(after, part).filter((line) => !line.endsWith(': Chưa có thông tin')))
        lines.push(`      ${partLabels[part]}: ${short(words)}`);
  } else if (kind !== 'repealed')
    for (const part of parts)
      lines.push(...difference(partLabels[part], partWords(before, part), partWords(after, part)));
  if (before === null) return lines;
  for (const key of others)
    lines.push(`      ${keyLabel(key)}: ${otherWords(before, after, key).join(' → ')}`);
  return lines;
}

function difference(label: string, before: string[], after: string[]): string[] {
  const [gone, come] = [before.filter((l) => !after.includes(l)), after.filter((l) => !before.includes(l))];
  if (gone.length === 1 && come.length === 1)
    return [`      ${label}: ${short(gone[0] ?? '')} → ${short(come[0] ?? '')}`];
  const inner = [
    ...gone.map((line) => `        - ${short(line)}`),
    ...come.map((line) => `        + ${short(line)}`),
  ];
  return [`      ${label}:${inner.length === 0 ? ' đổi thứ tự hoặc cách ghi' : ''}`, ...inner];
}

const short = (text: string) => {
  const line = text.replaceAll('\n', ' / ');
  return line.length > wide ? `${line.slice(0, wide)}…` : line;
};

/** Before and after in words; of an object only what differs in it. */
function otherWords(before: ProcedureFile, after: ProcedureFile, key: keyof ProcedureFile): string[] {
  if (key === 'status') return [statusLabels[before.status], statusLabels[after.status]];
  if (key === 'review') return [reviewLabels[before.review.state], reviewLabels[after.review.state]];
  const [old, now] = [leaves(before[key]), leaves(after[key])];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((at) => old.get(at) !== now.get(at));
  return [old, now].map((side) => short(changed.map((at) => side.get(at) ?? 'không có').join('; ')));
}

/** Every single value in a value, by its path; what is null has none. */
function leaves(value: unknown, at = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value === 'boolean') return new Map([[at, value ? 'có' : 'không']]);
  if (typeof value !== 'object') return new Map([[at, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, `${at}.${key}`)]));
}
