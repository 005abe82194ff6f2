// The fields of the published procedures with their number, for the pages that list them.

/** The anchor of a field on /thu-tuc: Vietnamese letters without marks, joined by hyphens. */
export function fieldAnchor(field: string): string {
  const plain = field.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Counts per field, the largest first; equal counts keep the Vietnamese order of names. */
export function countFields(procedures: { field: string }[]): { field: string; count: number }[] {
  const counts = Map.groupBy(procedures, ({ field }) => field);
  return [...counts]
    .map(([field, { length }]) => ({ field, count: length }))
    .sort((a, b) => b.count - a.count || a.field.localeCompare(b.field, 'vi'));
}
