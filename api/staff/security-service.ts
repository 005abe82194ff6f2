// The security log: who came in, who was kept out, what was taken along and whose rights were changed.
import { networksOf } from '../allowances/networks.ts';
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { deleteListViews } from './list-view-repository.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';
import {
  findSecurityFault,
  insertSecurityEvent,
  listSecurityEvents,
  purgeSecurityEvents,
  type SecurityFilter,
} from './security-repository.ts';

type Recorder = Pick<Portal, 'db' | 'keys' | 'now'>;

export type Happening = {
  kind: SecurityKind;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  /** What was typed where nobody was recognised; kept as a keyed hash. */
  email?: string | undefined;
  address?: string | undefined;
  detail?: SecurityDetail;
};

/** Writes one event, with the caller's transaction where there is one. The network is kept as a cut, keyed hash. */
export async function recordSecurity(
  { db, keys, now }: Recorder,
  { kind, actorId, subjectId, email, address, detail = {} }: Happening,
  trx?: Transaction,
): Promise<void> {
  await insertSecurityEvent(trx ?? db, {
    at: now(),
    kind,
    actorId,
    subjectId,
    account: email === undefined ? undefined : keyedHash(keys, 'security-account', email).subarray(0, 8),
    network:
      address === undefined
        ? undefined
        : keyedHash(keys, 'security-network', networksOf(address).own).subarray(0, 8),
    detail,
  });
}

/** For what was refused anyway: an event that cannot be written changes nothing of that. */
export async function noteSecurity(portal: Recorder, happening: Happening): Promise<void> {
  await recordSecurity(portal, happening).catch(() =>
    log.warn({ kind: happening.kind }, 'a security event was not written'),
  );
}

export const securityPageSize = 100;
/** So many rows at most go into one file. */
export const securityFileRows = 50_000;

export async function readSecurityLog(
  { db }: Pick<Portal, 'db'>,
  filter: SecurityFilter,
  page: { limit: number; before?: number | undefined },
) {
  const rows = await listSecurityEvents(db, filter, page);
  return rows.map(({ id, at, account, network, ...row }) => ({
    ...row,
    id: Number(id),
    at: at.toISOString(),
    account: account?.toString('hex').slice(0, 8) ?? null,
    network: network?.toString('hex').slice(0, 8) ?? null,
  }));
}

/** The number of the first event that was changed or is missing; null when the log is whole. */
export async function verifySecurityLog({ db }: Pick<Portal, 'db'>): Promise<number | null> {
  return (await findSecurityFault(db))?.id ?? null;
}

/** The worker's part: events past SECURITY_LOG_MONTHS go, and that they went is an event; looks at lists go with them. */
export async function purgeSecurityLog(portal: Portal): Promise<void> {
  const before = new Date(portal.now());
  before.setUTCMonth(before.getUTCMonth() - portal.env.SECURITY_LOG_MONTHS);
  await deleteListViews(portal.db, before);
  const count = await purgeSecurityEvents(portal.db, before);
  if (count > 0)
    await recordSecurity(portal, { kind: 'purged', detail: { before: localDate(before), count } });
}
