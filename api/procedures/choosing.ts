// Whether a procedure can be chosen in a form today, and what to say where it cannot. Pure.
import { isSuperseded } from './order.ts';
import type { Procedure } from './schema.ts';
import { successorOf } from './successor.ts';

type Known = Pick<Procedure, 'slug' | 'code' | 'name' | 'status' | 'replacedBy'>;

/** A superseded procedure, and the one to choose in its place where there is one that can be chosen. */
export type Superseded = { title: string; successor: { slug: string; title: string } | undefined };

// With its code: a procedure and the one that has replaced it may bear the same name.
const titleOf = ({ name, code }: Known) => (code === null ? `“${name}”` : `“${name}” (mã ${code})`);

/** Undefined for a procedure that is not superseded, and for one that nobody knows. */
export function supersededOf(procedures: ReadonlyMap<string, Known>, slug: string): Superseded | undefined {
  const chosen = procedures.get(slug);
  if (!chosen || !isSuperseded(chosen)) return undefined;
  const last = procedures.get(successorOf(procedures, slug));
  return {
    title: titleOf(chosen),
    successor: last && !isSuperseded(last) ? { slug: last.slug, title: titleOf(last) } : undefined,
  };
}

/** Why a procedure cannot be chosen, in a sentence that tells what to do; undefined when it can. */
export function whyNotChosen(procedures: ReadonlyMap<string, Known>, slug: string): string | undefined {
  if (!procedures.has(slug)) return 'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.';
  const superseded = supersededOf(procedures, slug);
  if (!superseded) return undefined;
  const { title, successor } = superseded;
  return successor
    ? `Thủ tục ${title} đã được thay thế bằng thủ tục ${successor.title}. Hãy chọn thủ tục ấy hoặc để trống.`
    : `Thủ tục ${title} đã được thay thế hoặc bãi bỏ. Hãy chọn thủ tục khác hoặc để trống.`;
}
