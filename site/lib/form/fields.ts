// The fields of the published procedures with their number, for the pages that list them.
import { anchorOf } from '../../../api/text/fold.ts';
import { inVietnameseOrder } from '../../../api/text/order.ts';

/** The procedures of one field. */
export const fieldHref = (field: string) => `/thu-tuc/loc?linh-vuc=${anchorOf(field)}`;

/** Being told by mail when procedures of this field change. */
export const subscribeHref = (field: string) => `/thong-bao/dang-ky?linh-vuc=${anchorOf(field)}`;

/** Being told by mail when this procedure changes. */
export const subscribeProcedureHref = (slug: string) =>
  `/thong-bao/dang-ky?thu-tuc=${encodeURIComponent(slug)}`;

/** Counts per field, the largest first; equal counts keep the Vietnamese order of names. */
export function countFields(procedures: { field: string }[]): { field: string; count: number }[] {
  const counts = Map.groupBy(procedures, ({ field }) => field);
  return [...counts]
    .map(([field, { length }]) => ({ field, count: length }))
    .sort((a, b) => b.count - a.count || inVietnameseOrder(a.field, b.field));
}
