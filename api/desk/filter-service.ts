// Filters that an officer keeps under a name of their own.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { deleteFilter, listFilters, saveFilter } from './filter-repository.ts';
import type { KeepFilter } from './view.ts';

const most = 20;

export const ownFilters = async ({ db }: Portal, { id }: Viewer) => ({ filters: await listFilters(db, id) });

export async function keepFilter({ db }: Portal, { id }: Viewer, { name, query }: KeepFilter): Promise<void> {
  if (await saveFilter(db, { staffId: id, name, query }, most)) return;
  throw new Problem('invalid', undefined, [
    { pointer: '/name', detail: `Đã lưu ${most} bộ lọc. Hãy xóa bớt một bộ rồi lưu lại.` },
  ]);
}

export const dropFilter = async ({ db }: Portal, viewer: Viewer, id: string): Promise<void> =>
  await deleteFilter(db, viewer.id, id);
