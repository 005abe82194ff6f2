// The log of reads: written whenever staff open a case; told to the sender by role, to the chiefs by name.
import { localDate } from '../../dates/dates.ts';
import type { Db } from '../../db/open.ts';
import { log } from '../../http/log.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { roleNames, type Role, type Viewer } from '../../staff/roles.ts';
import {
  findGuarded,
  insertRead,
  insertReads,
  listReadsByPerson,
  listSingleReads,
} from './reads-repository.ts';
import { findCaseId } from './staff-repository.ts';
import { isStanding, type Signal } from '../intake/signal.ts';
import { maySeeReads } from '../visibility.ts';
import type { ReadVia } from './inspection.ts';
import type { StaffReads } from './reads-schema.ts';

type ReadCase = { id: string; restricted: boolean; locked: boolean; signal?: Signal | null };

/** Of these every single look is kept; they are not shown unlogged. */
const isGuarded = ({ restricted, locked, signal = null }: ReadCase) =>
  restricted || locked || isStanding(signal);

/**
 * Records that a viewer opens a case; call it before anything of the case is handed out. A restricted or locked case
 * is not shown unlogged: there a failure is thrown; otherwise it is logged and the reading goes on.
 */
export async function noteRead(
  db: Db,
  viewer: Viewer,
  row: ReadCase,
  now: Date,
  via: ReadVia = 'page',
): Promise<void> {
  const guarded = isGuarded(row);
  try {
    await insertRead(db, { caseId: row.id, viewer, via, onDay: localDate(now), at: now }, guarded);
  } catch (error) {
    if (guarded) throw error;
    log.warn({ name: error instanceof Error ? error.name : 'unknown' }, 'a read was not recorded');
  }
}

/** Records that a viewer is given many cases at once, in a list that shows who sent them: not given unless recorded. */
export async function noteReads(db: Db, viewer: Viewer, rows: readonly ReadCase[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const guarded = rows.filter(isGuarded);
  await insertReads(db, {
    caseIds: rows.map(({ id }) => id),
    each: guarded.map(({ id }) => id),
    viewer,
    via: 'list',
    onDay: localDate(now),
    at: now,
  });
}

type ReadByRole = { role: Role; firstAt: string; lastAt: string; times: number };

/** Who looked at a case, for its sender: by role and time, never by name. */
export const readForSender = ({ role, firstAt, lastAt, times }: ReadByRole) => ({
  role,
  roleName: roleNames[role],
  firstAt: new Date(firstAt).toISOString(),
  lastAt: new Date(lastAt).toISOString(),
  times,
});

/** Who looked at a case, by name: for the chief of office and leaders; of a locked case its keeper and leaders only. */
export async function readsForStaff(portal: Portal, viewer: Viewer, number: string): Promise<StaffReads> {
  const unknown = () =>
    new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.');
  const { db } = portal;
  const id = await findCaseId(db, viewer, number);
  if (!id) throw unknown();
  if (!maySeeReads(viewer, await findGuarded(db, id)))
    throw new Problem('forbidden', 'Nhật ký xem hồ sơ dành cho Chánh Văn phòng và lãnh đạo.');
  const [days, single] = await Promise.all([listReadsByPerson(db, id), listSingleReads(db, id)]);
  return {
    days: days.map(({ firstAt, lastAt, ...row }) => ({
      ...row,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
    single: single.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
  };
}
