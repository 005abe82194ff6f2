// What a change may not do, beside what its own line says: twice new, twice repealed, and files that would not be read.
import { historyOf } from '../procedures/decisions/state.ts';
import { keyLabel } from './part-words.ts';
import { type Incoming } from './incoming.ts';
import { fold } from '../text/fold.ts';
import { refusal } from './grid.ts';
import { likeness } from './words.ts';
import { ProcedureFile } from '../procedures/schema.ts';
import type { Change, Ground } from './plan.ts';

/** Fields of the content that a field which it does not have may be meant for: marks left out, or one word off. */
function nearFields(field: string, { files }: Ground): string[] {
  const known = new Set([...files.values()].map((file) => file.field));
  return known.has(field)
    ? []
    : [...known].filter((one) => fold(one) === fold(field) || likeness(one, field) >= 0.7);
}

/** The refusals of one change. */
export function checked(change: Change, line: Incoming, ground: Ground): string[] {
  const { slug, formerSlug, op, after } = change;
  const refuse = (says: string) => refusal(line.place, says);
  const others = historyOf(formerSlug ?? slug, ground.decisions).filter(
    ({ decision }) => decision.slug !== ground.decision,
  );
  const end = others.find(({ item }) => item.op === 'repeal' || item.replaces.includes(slug));
  const here = historyOf(slug, ground.decisions).find(
    ({ decision, item }) => decision.slug === ground.decision && item.procedure === slug,
  );
  const refusals: string[] = [];
  if (end && line.op !== null && change.kind !== 'unchanged')
    refusals.push(refuse(`thủ tục ${slug} đã hết hiệu lực theo Quyết định ${end.decision.number}.`));
  const begun = others.find(({ item }) => item.op === 'new' && item.procedure === slug);
  if (begun && op === 'new' && change.kind === 'new')
    refusals.push(
      refuse(
        `thủ tục ${slug} đã được Quyết định ${begun.decision.number} công bố mới. Thay đổi thì thuộc mục sửa đổi, bổ sung.`,
      ),
    );
  if (here && here.item.op !== op && line.op !== null)
    refusals.push(
      refuse(`quyết định ${ground.decision} trong nội dung đã ghi việc khác cho thủ tục ${slug}.`),
    );
  if (op !== 'repeal' && after.unit !== undefined && !ground.units.has(after.unit))
    refusals.push(
      refusal(
        { ...line.place, column: 'Đơn vị phụ trách (mã)' },
        `không có đơn vị nào mang mã “${after.unit}” trong content/units.yaml.`,
      ),
    );
  if (after.field === '')
    return [
      ...refusals,
      refusal({ ...line.place, column: 'Lĩnh vực' }, 'để trống; thủ tục nào cũng cần một lĩnh vực.'),
    ];
  const [near] = op === 'repeal' ? [] : nearFields(after.field, ground);
  if (near !== undefined)
    refusals.push(
      refusal(
        { ...line.place, column: 'Lĩnh vực' },
        `chưa có lĩnh vực “${after.field}”; có phải “${near}”? Ghi cho đúng để thủ tục không tách thành một lĩnh vực khác.`,
      ),
    );
  const parsed = op === 'repeal' ? undefined : ProcedureFile.safeParse(after);
  for (const { path, message } of parsed?.error?.issues ?? [])
    refusals.push(refusal({ ...line.place, column: keyLabel(path[0]) }, message));
  return refusals;
}
