// The Vietnamese words for documents: their names, their standing, how sure each statement is.
import type { Certainty, DocumentFile, EffectState, LibraryDocument, RelationKind } from './schema.ts';

/** `Nghị định 63/2010/NĐ-CP`; a document without a number goes by its kind and its title. */
export function documentName({
  number,
  kind,
  title,
}: Pick<DocumentFile, 'number' | 'kind' | 'title'>): string {
  if (number !== null) return number.startsWith('TCVN') ? number : `${kind} ${number}`;
  if (title === null || title.startsWith(kind)) return title ?? kind;
  return `${kind} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

const kindsBySign: readonly [sign: RegExp, kind: string][] = [
  [/QH\d*$/u, 'Luật'],
  [/NĐ-CP$/u, 'Nghị định'],
  [/\/TT(LT)?-/u, 'Thông tư'],
  [/\/QĐ-/u, 'Quyết định'],
  [/\/NQ-/u, 'Nghị quyết'],
  [/\/CT-/u, 'Chỉ thị'],
];

/**
 * A number as a reference writes it in full: `20/2008/NĐ-CP` -> `Nghị định số 20/2008/NĐ-CP` (Nghị định số 30/2020/NĐ-CP, Phụ
 * lục I), the kind by the sign in it; a number whose sign names no kind stays as it is.
 */
export function numberInFull(number: string): string {
  const kind = kindsBySign.find(([sign]) => sign.test(number))?.[1];
  return kind === undefined ? number : `${kind} số ${number}`;
}

export const effectLabels: Record<EffectState, string> = {
  'in-force': 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  ended: 'Hết hiệu lực',
  replaced: 'Đã bị thay thế',
  'period-over': 'Đã qua thời kỳ thực hiện',
  unknown: 'Chưa rõ hiệu lực',
};

export const certaintyLabels: Record<Certainty, string> = {
  read: 'đã đọc trong văn bản',
  secondary: 'theo nguồn thứ cấp, chưa đối chiếu văn bản gốc',
  partly: 'theo nguồn thứ cấp, mới đọc được một phần',
  general: 'theo hiểu biết chung, cần kiểm tra',
};

export const titleFromLabels: Record<NonNullable<LibraryDocument['titleFrom']>, string> = {
  plan: 'theo kế hoạch đã dẫn văn bản này',
  procedure: 'theo phần căn cứ pháp lý của thủ tục hành chính',
  source: 'theo trang nguồn ghi ở dưới',
  general: 'theo hiểu biết chung, cần kiểm tra',
};

export const relationLabels: Record<RelationKind, string> = {
  amends: 'Sửa đổi, bổ sung',
  'amended-by': 'Được sửa đổi, bổ sung bởi',
  replaces: 'Thay thế',
  'replaced-by': 'Bị thay thế bởi',
  repeals: 'Bãi bỏ',
  'repealed-by': 'Bị bãi bỏ bởi',
  'based-on': 'Ban hành để thực hiện, căn cứ vào',
  'basis-of': 'Là căn cứ của',
};
