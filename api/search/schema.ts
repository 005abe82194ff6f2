// What a search is asked with and what it answers, for the API document and the pages.
import { z } from 'zod';
import { searchTypes } from './document.ts';

export const SearchType = z.enum(searchTypes);
export const pageSize = 10;
export const lastPage = 20;

export const SearchQuery = z.strictObject({
  q: z.string().max(2_000, 'Câu tìm dài quá. Hãy viết ngắn lại, dưới 200 ký tự.').default(''),
  type: SearchType.optional(),
  field: z.string().trim().normalize('NFC').min(1).max(200).optional(),
  page: z.coerce.number({ error: 'Số trang là một số.' }).int().min(1).max(lastPage).default(1),
  /** `all`: superseded ones as well. */
  state: z.enum(['current', 'all']).default('current'),
  /** `typed`: nothing is mended. */
  as: z.enum(['mended', 'typed']).default('mended'),
});

const Counted = z.strictObject({ value: z.string(), count: z.int() });

export const SearchHit = z.strictObject({
  type: SearchType,
  code: z.string(),
  title: z.string(),
  url: z.string(),
  field: z.string(),
  state: z.enum(['current', 'superseded']),
  highlights: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  match: z.enum(['exact', 'strong', 'partial']),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.strictObject({
  hits: z.array(SearchHit),
  total: z.int(),
  facets: z.strictObject({ type: z.array(Counted), field: z.array(Counted), state: z.array(Counted) }),
  corrected: z.array(
    z.strictObject({ from: z.string(), to: z.string(), why: z.enum(['telex', 'vni', 'split', 'typo']) }),
  ),
  engine: z.string(),
  degraded: z.boolean(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
