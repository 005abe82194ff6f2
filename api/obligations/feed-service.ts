// The calendar of an account for programs without a session: its key, and what it tells.
import { randomBytes } from 'node:crypto';
import { localDate } from '../dates/dates.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Transaction } from '../db/open.ts';
import { rolesWith } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import type { SecurityKind } from '../staff/security-events.ts';
import { recordSecurity } from '../staff/security-service.ts';
import { deleteFeed, isFeedKey, writeFeed } from './feed-repository.ts';
import { listOccurrences } from './service.ts';
import type { Feed } from './views.ts';

type By = { viewer: Viewer; address: string };

const hashOf = ({ keys }: Pick<Portal, 'keys'>, key: string) => keyedHash(keys, 'obligation-feed', key);

/** Makes a key (256 random bits) and forgets the old one; only its hash is kept, so it is told this once. */
export async function makeFeed(portal: Portal, by: By): Promise<{ key: string }> {
  const key = randomBytes(32).toString('base64url');
  const feed = { staffId: by.viewer.id, keyHash: hashOf(portal, key), madeAt: portal.now() };
  await portal.db.transaction().execute(async (trx) => {
    await writeFeed(trx, feed);
    await record(portal, by, 'feed-opened', trx);
  });
  return { key };
}

export async function endFeed(portal: Portal, by: By): Promise<void> {
  await portal.db.transaction().execute(async (trx) => {
    if (await deleteFeed(trx, by.viewer.id)) await record(portal, by, 'feed-closed', trx);
  });
}

// Whoever has the address reads the calendar without logging in: that such an address exists is an event.
const record = (portal: Portal, { viewer, address }: By, kind: SecurityKind, trx: Transaction) =>
  recordSecurity(portal, { kind, actorId: viewer.id, address }, trx);

/** Titles and days of last year, this year and the next; nothing of what is not owed or has no day. */
export async function readFeed(portal: Portal, key: string): Promise<Feed> {
  const today = localDate(portal.now());
  if (!(await isFeedKey(portal.db, hashOf(portal, key), rolesWith('see-obligations'), today)))
    throw new Problem('not-found', 'Địa chỉ lịch này không còn dùng được. Hãy tạo địa chỉ mới trên cổng.');
  const year = Number(today.slice(0, 4));
  const occurrences = await listOccurrences(portal, { from: year - 1, to: year + 1 });
  return {
    events: occurrences.flatMap(
      ({ obligation, year: of, period, title, periodWords, dueOn, state, ...rest }) =>
        dueOn === null || state === 'not-applicable'
          ? []
          : [
              {
                uid: `${obligation}-${of}-${period}`,
                title: `${title} (${periodWords})${isSure(rest) ? '' : ', lịch nghỉ chưa chắc chắn'}`,
                on: dueOn,
                version: rest.marks.length,
              },
            ],
    ),
  };
}

const isSure = ({ postponed, rule }: { postponed: boolean; rule: { certain: boolean } | null }) =>
  postponed || (rule?.certain ?? true);
