// The calendar in force: published days with the officers' entries on top, in memory, so that nothing waits for it.
import type { Db, Transaction } from '../db/open.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { overlaidCalendar } from './overlay.ts';
import { calendarVersion, findEntries, holdVersion } from './repository.ts';
import type { OfficeDay } from './schema.ts';
import type { Calendar } from './working-days.ts';

type InForce = { version: number; entries: readonly OfficeDay[]; calendar: Calendar };
type Where = Pick<Portal, 'db' | 'content'>;

const loaded = new WeakMap<Db, InForce>();

/** The calendar in force with its version and the officers' entries. Throws before `loadCalendar`. */
export function calendarInForce({ db }: Pick<Portal, 'db'>): InForce {
  const inForce = loaded.get(db);
  if (!inForce) throw new Error('the calendar was not loaded');
  return inForce;
}

/** The calendar in force; no database call. */
export const currentCalendar = (portal: Pick<Portal, 'db'>): Calendar => calendarInForce(portal).calendar;

/** Reads the officers' entries anew; an older answer that comes late changes nothing. */
export async function loadCalendar({ db, content }: Where, from: Db | Transaction = db): Promise<void> {
  const { version, entries } = await findEntries(from);
  const known = loaded.get(db);
  if (known && known.version >= version) return;
  loaded.set(db, { version, entries, calendar: overlaidCalendar(content.calendar.days, entries) });
}

/**
 * Call it in a transaction that writes due dates, after locking the case: nobody edits the calendar until the
 * transaction ends, and `currentCalendar` is the newest one, whichever process edited it.
 */
export async function holdCalendar(trx: Transaction, portal: Where): Promise<void> {
  if ((await holdVersion(trx)) !== calendarInForce(portal).version) await loadCalendar(portal, trx);
}

/** Looks every few seconds whether another process has edited the calendar; returns what ends the looking. */
export function watchCalendar(portal: Where, everyMs = 2_000): () => void {
  const timer = setInterval(() => {
    void (async () => {
      try {
        if ((await calendarVersion(portal.db)) !== calendarInForce(portal).version)
          await loadCalendar(portal);
      } catch (error) {
        log.debug({ name: error instanceof Error ? error.name : 'unknown' }, 'calendar not looked at');
      }
    })();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
