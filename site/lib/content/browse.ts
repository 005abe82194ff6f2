// The addresses of the list of procedures: which value of which facet is chosen, as query parameters in Vietnamese.
import type { Chosen } from '../../../api/procedures/browse.ts';
import type { FacetKey } from '../../../api/procedures/facets.ts';
import { anchorOf } from '../../../api/text/fold.ts';
import { isSuperseded } from '../../../api/procedures/order.ts';
import type { ListedProcedure } from '../../../api/procedures/schema.ts';

const parameters: Record<FacetKey, string> = {
  field: 'linh-vuc',
  applicant: 'doi-tuong',
  unit: 'don-vi',
  online: 'truc-tuyen',
  time: 'thoi-han',
  state: 'trang-thai',
};
const keys = Object.keys(parameters) as FacetKey[];

/** What an address chooses; a page that is no number is the first. */
export function readChosen(params: URLSearchParams): { chosen: Chosen; page: number } {
  const chosen: Chosen = {};
  for (const key of keys) {
    const value = params.get(parameters[key])?.slice(0, 200);
    if (value) chosen[key] = value;
  }
  const page = Number(params.get('trang') ?? 1);
  return { chosen, page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 1_000_000) : 1 };
}

/** The address of a view; the one without any choice is the prerendered list. */
export function browseHref(chosen: Chosen, page = 1): string {
  const params = new URLSearchParams();
  for (const key of keys) {
    const value = chosen[key];
    if (value) params.set(parameters[key], value);
  }
  if (page > 1) params.set('trang', String(page));
  return params.size > 0 ? `/thu-tuc/loc?${params}` : '/thu-tuc';
}

/** Procedures under the field they are listed in; superseded ones apart, below the others. */
export function groupsOf(procedures: ListedProcedure[]) {
  const groups = Map.groupBy(
    procedures,
    (procedure) => `${anchorOf(procedure.field)}${isSuperseded(procedure) ? '-het-hieu-luc' : ''}`,
  );
  return [...groups].map(([id, members]) => ({
    id,
    members,
    field: members[0]?.field ?? '',
    areSuperseded: members.some(isSuperseded),
  }));
}
