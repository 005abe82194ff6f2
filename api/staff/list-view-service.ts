// Writes down that an officer looked at a list or took a table along; a list that cannot be written down is shown all the same.
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { errorClass } from '../text/error-class.ts';
import { filterText, type ListViewKind } from './list-view.ts';
import { countListView } from './list-view-repository.ts';
import type { Viewer } from './roles.ts';

type Seen = {
  kind: ListViewKind;
  filter: Readonly<Record<string, string | undefined>>;
  /** How many rows were shown; null: it is no table of rows. */
  rows: number | null;
};

export async function noteListView(
  { db, now }: Pick<Portal, 'db' | 'now'>,
  viewer: Viewer,
  { kind, filter, rows }: Seen,
): Promise<void> {
  await countListView(db, viewer, { kind, filter: filterText(filter), rows, at: now() }).catch(
    (error: unknown) => log.warn({ reason: errorClass(error) }, 'a look at a list was not written down'),
  );
}
