// What became of a printed sheet, read off what was published under its id. Pure.
import { localDate } from '../dates/dates.ts';
import type { SheetStanding } from './views.ts';

/** One published state of a sheet; `hash` null: it was taken away. */
export type PublishedSheet = { key: string; hash: string | null; publishedAt: Date; snapshot: unknown };

/**
 * The standing of the sheet that carries `hash`, given every state of its id, newest first. A content that came back
 * is current again; a replaced one was so on the day on which another first took its place for good.
 */
export function standingOf(
  states: readonly PublishedSheet[],
  hash: string,
  expired: readonly string[],
): SheetStanding {
  const last = states.findIndex((state) => state.hash === hash);
  const printed = states[last];
  if (!printed) return { state: 'unknown' };
  const named = { id: printed.key, title: titleOf(printed.snapshot), since: localDate(printed.publishedAt) };
  const next = states[last - 1];
  if (!next) return { state: 'current', ...named, expired: [...expired] };
  const newest = states[0];
  const on = localDate(next.publishedAt);
  return newest?.hash === null
    ? { state: 'withdrawn', ...named, withdrawnOn: next.hash === null ? on : localDate(newest.publishedAt) }
    : { state: 'replaced', ...named, replacedOn: on };
}

function titleOf(snapshot: unknown): string {
  const title =
    snapshot !== null && typeof snapshot === 'object' && 'title' in snapshot ? snapshot.title : '';
  return typeof title === 'string' ? title : '';
}
