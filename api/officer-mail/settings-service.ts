// Changing what one gets by mail, by page or by the link in a letter, and what the office has set.
import { readToken } from '../crypto/link-token.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { optionalOccasions } from '../notify/occasions.ts';
import type { Viewer } from '../staff/roles.ts';
import {
  findOffice,
  findWishes,
  holdOffice,
  insertOffice,
  listOffice,
  saveWishes,
} from './settings-repository.ts';
import { stopKinds, type OfficeMail, type OwnMail, type StopKind } from './settings-schema.ts';

const shownChanges = 20;

export async function viewOwnMail({ db }: Pick<Portal, 'db'>, viewer: Viewer) {
  const [{ refusedAt, ...settings }, office] = await Promise.all([findWishes(db, viewer.id), findOffice(db)]);
  return {
    settings,
    email: viewer.email,
    officeDigestAt: office.digestAt,
    refusedAt: refusedAt?.toISOString() ?? null,
  };
}

export async function changeOwnMail(
  { db }: Pick<Portal, 'db'>,
  viewer: Viewer,
  { digest, digestAt, ...wanted }: OwnMail,
): Promise<void> {
  const off = optionalOccasions.filter((name) => !wanted[name]);
  await saveWishes(db, viewer.id, { off, digest, digestAt });
}

/** By the link that each letter carries: nothing else can be done or read with it; done again it changes nothing. */
export async function stopByLink({ db, keys }: Portal, token: string): Promise<{ kind: StopKind }> {
  const named = readToken(keys, 'officer-stop', token);
  const kind = named && stopKinds[named.round];
  if (!named || !kind)
    throw new Problem('not-found', 'Đường dẫn thôi nhận thư không đúng. Hãy mở lại từ cuối thư đã nhận.');
  await saveWishes(db, named.id, kind === 'digest' ? { digest: false } : { off: optionalOccasions });
  return { kind };
}

type Row = Awaited<ReturnType<typeof findOffice>>;
const viewOf = ({ changedAt, ...row }: Row) => ({ ...row, changedAt: changedAt.toISOString() });

export async function viewOfficeMail({ db }: Pick<Portal, 'db'>) {
  const [now, ...before] = (await listOffice(db, shownChanges)).map(viewOf);
  if (!now) throw new Problem('internal');
  return { now, before };
}

export async function changeOfficeMail(
  { db, now }: Pick<Portal, 'db' | 'now'>,
  viewer: Viewer,
  { seen, ...change }: OfficeMail,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await holdOffice(trx);
    const present = await findOffice(trx);
    if (present.id !== seen)
      throw new Problem(
        'stale',
        `${present.changedBy ?? 'Người khác'} vừa đổi cài đặt này. Hãy xem rồi mới lưu lại.`,
      );
    await insertOffice(trx, { ...change, changedBy: viewer.id, changedAt: now() });
  });
}
