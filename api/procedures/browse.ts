// The list of procedures narrowed by facets and cut into pages, with a count beside every value that could be chosen. Pure.
import { z } from 'zod';
import { currentState, type Facet, type FacetKey, type FacetValue } from './facets.ts';
import { ListedProcedure, type PublicProcedure } from './schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

export const pageSize = 50;

const Value = z.string().max(200).optional();
/** What is chosen; values as addresses carry them. A value that no procedure has finds none. */
export const Chosen = z.strictObject({
  field: Value,
  applicant: Value,
  unit: Value,
  online: Value,
  time: Value,
  state: Value,
});
export type Chosen = z.infer<typeof Chosen>;

export const Browsed = z.strictObject({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  procedures: z.array(ListedProcedure),
  facets: z.array(
    z.strictObject({
      key: Chosen.keyof(),
      label: z.string(),
      values: z.array(
        z.strictObject({ value: z.string(), label: z.string(), count: z.int(), isChosen: z.boolean() }),
      ),
    }),
  ),
});
export type Browsed = z.infer<typeof Browsed>;

type Entry = { procedure: PublicProcedure; values: ReadonlyMap<FacetKey, readonly FacetValue[]> };
export type Catalogue = { facets: readonly Facet[]; entries: readonly Entry[] };

/** Looks every procedure's values up once; the order of procedures is kept in every answer. */
export const catalogueOf = (procedures: Iterable<PublicProcedure>, facets: readonly Facet[]): Catalogue => ({
  facets,
  entries: [...procedures].map((procedure) => ({
    procedure,
    values: new Map(facets.map(({ key, valuesOf }) => [key, valuesOf(procedure)])),
  })),
});

/** One page (the first is 1; a page beyond the last is the last) of the procedures that have every chosen value. */
export function browse({ facets, entries }: Catalogue, chosen: Chosen, page = 1): Browsed {
  const wanted: Chosen = { ...chosen, state: chosen.state ?? currentState.value };
  const misses = (entry: Entry) =>
    facets.filter(
      ({ key }) =>
        wanted[key] !== undefined && !entry.values.get(key)?.some(({ value }) => value === wanted[key]),
    );
  const tallies = new Map(facets.map(({ key }) => [key, new Map<string, FacetValue & { count: number }>()]));
  const found: PublicProcedure[] = [];
  for (const entry of entries) {
    const missed = misses(entry);
    if (missed.length === 0) found.push(entry.procedure);
    // A facet counts what would be found if only its own value were another.
    for (const { key } of facets)
      if (missed.every((facet) => facet.key === key)) count(tallies.get(key), entry.values.get(key));
  }
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    total: found.length,
    page: shown,
    pages,
    procedures: found.slice((shown - 1) * pageSize, shown * pageSize).map(listed),
    facets: facets.map(({ key, label, order }) => ({
      key,
      label,
      values: inOrder([...(tallies.get(key)?.values() ?? [])], order).map((value) => ({
        ...value,
        isChosen: value.value === wanted[key],
      })),
    })),
  };
}

/** What a list shows of a procedure. */
export function listed({
  slug,
  code,
  name,
  field,
  status,
  timeLimit,
  fee,
  provenance: { era },
}: PublicProcedure): ListedProcedure {
  return { slug, code, name, field, status, timeLimit, fee, provenance: { era } };
}

function count(
  tally: Map<string, FacetValue & { count: number }> | undefined,
  values: readonly FacetValue[] = [],
): void {
  for (const { value, label } of new Map(values.map((one) => [one.value, one])).values()) {
    const known = tally?.get(value);
    if (known) known.count += 1;
    else tally?.set(value, { value, label, count: 1 });
  }
}

function inOrder<Value extends FacetValue & { count: number }>(
  values: Value[],
  order: readonly string[] | undefined,
): Value[] {
  return order
    ? values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
    : values.toSorted((a, b) => b.count - a.count || inVietnameseOrder(a.label, b.label));
}
