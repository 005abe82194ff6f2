// What a search is asked with and what it answers, for the API document and the pages.
import { z } from 'zod';
import { unlessBlank } from '../forms/blank.ts';
import { TimeUnit } from '../procedures/schema.ts';
import { searchTypes } from './document.ts';

export const SearchType = z.enum(searchTypes);
export const pageSize = 10;
export const lastPage = 20;

const page = `Số trang là số nguyên từ 1 đến ${lastPage}.`;
export const SearchQuery = z.strictObject({
  // Any length is taken; 200 characters of it are read.
  q: z.string({ error: 'Câu tìm chỉ được gửi một lần.' }).default(''),
  type: unlessBlank(SearchType.optional()),
  field: unlessBlank(
    z.string().trim().normalize('NFC').max(200, 'Tên lĩnh vực dài quá 200 ký tự.').optional(),
  ),
  page: unlessBlank(z.coerce.number({ error: page }).int(page).min(1, page).max(lastPage, page).default(1)),
  /** `all`: superseded ones as well. */
  state: unlessBlank(z.enum(['current', 'all']).default('current')),
  /** `typed`: nothing is mended. */
  as: unlessBlank(z.enum(['mended', 'typed']).default('mended')),
});

const Counted = z.strictObject({ value: z.string(), count: z.int() });

export const SearchHit = z.strictObject({
  type: SearchType,
  code: z.string(),
  title: z.string(),
  url: z.string(),
  field: z.string(),
  state: z.enum(['current', 'superseded']),
  /** Of procedures, in a few words; null: not known, or no procedure. */
  timeLimit: z.string().nullable(),
  fee: z.string().nullable(),
  /** The same in figures, where the source has them: one period (`isOne`: the only one), one sum in đồng (0: none is asked). */
  period: z.strictObject({ amount: z.int(), unit: TimeUnit, isOne: z.boolean() }).nullable(),
  feeVnd: z.int().nullable(),
  highlights: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  /** `guess`: nothing answers the question; these come nearest. */
  match: z.enum(['exact', 'strong', 'partial', 'guess']),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.strictObject({
  hits: z.array(SearchHit),
  total: z.int(),
  facets: z.strictObject({ type: z.array(Counted), field: z.array(Counted), state: z.array(Counted) }),
  corrected: z.array(
    z.strictObject({ from: z.string(), to: z.string(), why: z.enum(['telex', 'vni', 'split', 'typo']) }),
  ),
  /** What is asked for is done by another body; the hits are then only what is asked for just so. */
  elsewhere: z
    .strictObject({
      title: z.string(),
      body: z.string(),
      text: z.string().nullable(),
      url: z.string().nullable(),
    })
    .nullable(),
  engine: z.string(),
  degraded: z.boolean(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
