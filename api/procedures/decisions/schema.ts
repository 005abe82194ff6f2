// One decision that publishes procedures (quyết định công bố): the file in content/decisions.
// Kinds: Nghị định 63/2010/NĐ-CP Điều 13-15 (mới ban hành; sửa đổi, bổ sung, thay thế; bị hủy bỏ, bãi bỏ); practice adds
// chuẩn hóa and đính chính.
import { z } from 'zod';
import { Day, Text } from '../../text/published.ts';
import { ProcedurePart } from '../parts.ts';

export const DecisionOp = z.enum(['new', 'amend', 'replace', 'repeal', 'standardise', 'correct']);
export type DecisionOp = z.infer<typeof DecisionOp>;

const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/);

/** What a decision does to one procedure. `replaces`: the older procedures that this one takes the place of. */
export const DecisionItem = z
  .strictObject({
    op: DecisionOp,
    procedure: Slug,
    replaces: z.array(Slug).default([]),
    parts: z.array(ProcedurePart).default([]),
    note: Text.nullable().default(null),
  })
  .refine(({ op, replaces }) => (op === 'replace') === replaces.length > 0, {
    path: ['replaces'],
    message: 'Thay thế (replace) thì ghi các thủ tục bị thay thế ở replaces; các loại khác thì không.',
  })
  .refine(({ procedure, replaces }) => !replaces.includes(procedure), {
    path: ['replaces'],
    message: 'Một thủ tục không thay thế chính nó; giữ mã mà đổi nội dung là sửa đổi, bổ sung (amend).',
  });
export type DecisionItem = z.infer<typeof DecisionItem>;

/** The content of `content/decisions/{slug}.yaml`. Days are dates in Việt Nam; null: not known. */
export const DecisionFile = z
  .strictObject({
    number: Text,
    title: Text,
    scope: z.enum(['ministry', 'province']),
    authority: Text,
    signedOn: Day,
    /** From this day its items hold. Null: the source does not say, and then the day of signing counts. */
    effectiveOn: Day.nullable(),
    /** The day on which the department received it; the internal posting term runs from here. */
    receivedOn: Day.nullable(),
    /** Issued by the shortened procedure (trình tự rút gọn): shorter terms of publishing. */
    shortened: z.boolean().default(false),
    file: Text.regex(/^(\/|https?:\/\/)\S+$/, 'Ghi đường dẫn tới tệp.').nullable(),
    sources: z.array(Text.regex(/^https?:\/\//)).default([]),
    note: Text.nullable().default(null),
    items: z.array(DecisionItem),
  })
  .refine(({ signedOn, receivedOn }) => receivedOn === null || receivedOn >= signedOn, {
    path: ['receivedOn'],
    message: 'Ngày nhận quyết định không thể trước ngày ký.',
  })
  .refine(({ items }) => new Set(items.map(({ procedure }) => procedure)).size === items.length, {
    path: ['items'],
    message: 'Một thủ tục chỉ đứng một lần trong một quyết định.',
  });
export type DecisionFile = z.infer<typeof DecisionFile>;

/** A decision in the portal: `slug` is the file's name, such as `382-qd-ubnd-2015`. */
export type Decision = DecisionFile & { slug: string };

/** The day from which a decision holds. */
export const effectiveDay = ({ effectiveOn, signedOn }: Pick<Decision, 'effectiveOn' | 'signedOn'>) =>
  effectiveOn ?? signedOn;
