// The procedures as pages show them, in listed order, with the addresses that belong to them.
import { getCollection } from 'astro:content';
import { type Change, changesOf, decidedBy } from '../../../api/procedures/history.ts';
import { procedureOn } from '../../../api/procedures/on-day.ts';
import { inListOrder, isSuperseded } from '../../../api/procedures/order.ts';
import { type ProcedureFile, publicProcedure } from '../../../api/procedures/schema.ts';
import { successorOf } from '../../../api/procedures/successor.ts';
import { decisions, versionsOf } from './decisions.ts';

/** Where dossiers are lodged. */
export const nationalPortal = 'https://dichvucong.gov.vn';

/** The page of one procedure there, in the form in which public sources name it with the national code. */
export const nationalPage = (code: string) =>
  `${nationalPortal}/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=${code}`;

const entries: { id: string; data: ProcedureFile }[] = await getCollection('procedures');
const stored = entries.map(({ id, data }) => ({ slug: id, file: data, versions: versionsOf(id) }));
const all = stored
  .map((one) => publicProcedure(procedureOn(one, decisions, __BUILT_ON__)))
  .toSorted(inListOrder);
const storedBySlug = new Map(stored.map((one) => [one.slug, one]));
const bySlug = new Map(all.map((procedure) => [procedure.slug, procedure]));

export const procedures = all.filter((procedure) => !isSuperseded(procedure));
/** Replaced or repealed: still reachable, shown last, counted nowhere. */
export const superseded = all.filter(isSuperseded);

/** What has become of a procedure and what is to come, newest first. */
export function changesOfProcedure(slug: string): Change[] {
  const one = storedBySlug.get(slug);
  return one ? changesOf(one, decisions, __BUILT_ON__) : [];
}

/** Which decision in force each part of a procedure stands on. */
export const decidedParts = (slug: string) => decidedBy(slug, changesOfProcedure(slug));

/** The last of those that have taken a procedure's place; undefined where none has. */
export function successorOfProcedure(slug: string): string | undefined {
  const last = successorOf(bySlug, slug);
  return last === slug ? undefined : last;
}

export const nameOf = (slug: string) => bySlug.get(slug)?.name ?? slug;
export const procedureHref = (slug: string) => `/thu-tuc/${slug}`;
export const ratingHref = (slug: string) => `/khao-sat?thu-tuc=${encodeURIComponent(slug)}`;
export const answersHref = (slug: string) => `/tra-loi?thu-tuc=${encodeURIComponent(slug)}`;
export const reportHref = (slug: string) => `/phan-anh/gui?thu-tuc=${encodeURIComponent(slug)}`;
