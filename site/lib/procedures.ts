// The procedures as pages show them, in listed order, with the addresses that belong to them.
import { getCollection } from 'astro:content';
import { procedureOn } from '../../api/procedures/on-day.ts';
import { inListOrder, isSuperseded } from '../../api/procedures/order.ts';
import { type ProcedureFile, publicProcedure } from '../../api/procedures/schema.ts';
import { decisions, versionsOf } from './decisions.ts';

/** Where dossiers are lodged; the address of one procedure there cannot be made from its code. */
export const nationalPortal = 'https://dichvucong.gov.vn';

const entries: { id: string; data: ProcedureFile }[] = await getCollection('procedures');
const all = entries
  .map(({ id, data }) =>
    publicProcedure(procedureOn({ slug: id, file: data, versions: versionsOf(id) }, decisions, __BUILT_ON__)),
  )
  .toSorted(inListOrder);

export const procedures = all.filter((procedure) => !isSuperseded(procedure));
/** Replaced or repealed: still reachable, shown last, counted nowhere. */
export const superseded = all.filter(isSuperseded);

export const nameOf = (slug: string) => all.find((procedure) => procedure.slug === slug)?.name ?? slug;
export const procedureHref = (slug: string) => `/thu-tuc/${slug}`;
export const reportHref = (slug: string) => `/phan-anh/gui?thu-tuc=${encodeURIComponent(slug)}`;
