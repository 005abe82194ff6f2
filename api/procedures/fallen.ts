// A legal basis of a procedure that no longer holds, and the sentence that says so. Pure.
import { z } from 'zod';
import { vietnameseDate } from '../dates/dates.ts';

export const FallenBasis = z.strictObject({
  /** The document of the library. */
  slug: z.string(),
  name: z.string(),
  /** Which part of it has fallen; null: all of it. */
  part: z.string().nullable(),
  /** The first day on which it does not hold; null: not known. */
  on: z.iso.date().nullable(),
  /** What has taken its place, or has repealed it. */
  by: z.string().nullable(),
  isReplaced: z.boolean(),
  certainty: z.enum(['read', 'secondary', 'partly', 'general']).nullable(),
});
export type FallenBasis = z.infer<typeof FallenBasis>;

/** `Nghị định 37/2026/NĐ-CP` -> `Nghị định số 37/2026/NĐ-CP`, as a legal reference is written. */
export const citedName = (name: string): string =>
  name.replace(/^(\D+) (?=\d)/, '$1 số ').replace('số số', 'số');

const told = ({ name, part, on, by, isReplaced }: FallenBasis): string =>
  [
    part === null ? citedName(name) : `${part} ${citedName(name)}`,
    'hết hiệu lực',
    ...(on === null ? [] : [`từ ${vietnameseDate(on)}`]),
  ].join(' ') + (by === null ? '' : `, được ${isReplaced ? 'thay' : 'bãi bỏ'} bằng ${citedName(by)}`);

/** One sentence for whoever prepares a dossier; empty where nothing has fallen. */
export function fallenSentence(bases: readonly FallenBasis[]): string {
  if (bases.length === 0) return '';
  return `Căn cứ ${bases.map(told).join('; ')}: trước khi chuẩn bị hồ sơ, xin hỏi cơ quan tiếp nhận quy định đang áp dụng.`;
}
