// The door of the log-in: whoever fails waits longer and longer; known devices pass while strangers hammer an account.
import { networksOf } from '../allowances/networks.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { delayAfter, knownFailures, standing, waitLeft, type GateName } from './attempt-delay.ts';
import {
  deleteQuietAttempts,
  forgiveAttempts,
  giveBackAttempt,
  lockAttempts,
  saveAttempts,
  tellOnce,
} from './attempts-repository.ts';
import { deleteOverChallenges } from './challenge-repository.ts';
import { noteSecurity } from './security-service.ts';
import { dayMs } from '../dates/lengths.ts';

type Till = Pick<Portal, 'db' | 'keys' | 'now'>;
type Gate = { name: GateName; key: Buffer };

const knownDays = 30;

const gate = ({ keys }: Till, name: GateName, whose: string): Gate => ({
  name,
  key: keyedHash(keys, 'staff-attempt', `${name}\n${whose}`).subarray(0, 16),
});

export type Visitor = {
  /** Undefined where none is typed: a passkey says by itself whose it is, and the network alone is counted. */
  email: string | undefined;
  address: string;
  device?: string | undefined;
};
export type Entry = {
  /** How the visitor was recognised, if at all. */
  known: 'device' | 'network' | undefined;
  /** How long this visitor waits should the attempt fail. */
  waitSeconds: number;
  /** The attempt was right: what it cost is given back, and the network is known to the account for a month. */
  succeed(): Promise<void>;
};

/**
 * Charges an attempt to log in before the password is looked at, so that many at once cannot slip through. Throws
 * `too-many` with the wait. Only failures count in the end; e-mails without an account are counted the same.
 */
export async function enterLogIn(portal: Till, { email, address, device }: Visitor): Promise<Entry> {
  const { own, wide } = networksOf(address);
  const named = email !== undefined;
  const pair = named ? gate(portal, 'pair', `${email}\n${own}`) : undefined;
  const strangers = [
    ...(named ? [gate(portal, 'account', email)] : []),
    gate(portal, 'network', own),
    ...(wide === undefined ? [] : [gate(portal, 'wide', wide)]),
  ];
  const onDevice = device === undefined ? undefined : gate(portal, 'device', `${email}\n${device}`);
  const now = portal.now();
  const passed = await portal.db.transaction().execute(async (trx) => {
    const all = [...(pair ? [pair] : []), ...strangers, ...(onDevice ? [onDevice] : [])];
    const rows = await lockAttempts(
      trx,
      all.map(({ key }) => key),
      now,
    );
    const rowOf = ({ key }: Gate) => rows.find((row) => row.key.equals(key));
    const isTrusted = (one: Gate) => standing(one.name, rowOf(one), now) <= knownFailures;
    const known =
      onDevice && isTrusted(onDevice)
        ? ('device' as const)
        : pair && (rowOf(pair)?.knownUntil ?? now) > now && isTrusted(pair)
          ? ('network' as const)
          : undefined;
    const first = known === 'device' ? onDevice : pair;
    const asked = [...(first ? [first] : []), ...(known ? [] : strangers)];
    const closed = asked
      .map((one) => ({ one, waitMs: waitLeft(one.name, rowOf(one)?.freeAt, now) }))
      .toSorted((a, b) => b.waitMs - a.waitMs)[0];
    if (closed && closed.waitMs > 0) return closed;
    let waitSeconds = 0;
    for (const one of asked) {
      const failures = standing(one.name, rowOf(one), now) + 1;
      const seconds = delayAfter(one.name, failures);
      waitSeconds = Math.max(waitSeconds, seconds);
      await saveAttempts(trx, one.key, {
        failures,
        lastAt: now,
        freeAt: new Date(now.getTime() + seconds * 1_000),
        told: false,
      });
    }
    return { known, asked, waitSeconds };
  });
  if ('one' in passed) return await refuse(portal, passed, { email, address });
  const { known, asked, waitSeconds } = passed;
  return {
    known,
    waitSeconds,
    async succeed() {
      const until = new Date(portal.now().getTime() + knownDays * dayMs);
      const others = asked.filter(({ name }) => name !== 'pair' && name !== 'device');
      await giveBackAttempt(
        portal.db,
        others.map(({ key }) => key),
      );
      const mine = [pair, onDevice].flatMap((one) => one?.key ?? []);
      if (mine.length > 0) await forgiveAttempts(portal.db, mine, portal.now(), until);
    },
  };
}

/** The same for what is typed inside an open session: the present password, a code. `succeed` forgets the failures. */
export async function enterSession(
  portal: Till,
  userId: string,
  what: 'password' | 'code',
  address: string,
): Promise<Pick<Entry, 'succeed'>> {
  // Each for itself: a right password must not forgive wrong codes.
  const one = gate(portal, 'session', `${userId}\n${what}`);
  const now = portal.now();
  const closed = await portal.db.transaction().execute(async (trx) => {
    const [row] = await lockAttempts(trx, [one.key], now);
    const waitMs = waitLeft('session', row?.freeAt, now);
    if (waitMs > 0) return { one, waitMs };
    const failures = standing('session', row, now) + 1;
    const freeAt = new Date(now.getTime() + delayAfter('session', failures) * 1_000);
    await saveAttempts(trx, one.key, { failures, lastAt: now, freeAt, told: false });
    return undefined;
  });
  if (closed) return await refuse(portal, closed, { actorId: userId, address });
  return { succeed: () => forgiveAttempts(portal.db, [one.key], portal.now(), null) };
}

async function refuse(
  portal: Till,
  { one, waitMs }: { one: Gate; waitMs: number },
  who: { email?: string | undefined; actorId?: string; address: string },
): Promise<never> {
  const waitSeconds = Math.ceil(waitMs / 1_000);
  // Once for each wait: whoever goes on knocking fills no log.
  if (await tellOnce(portal.db, one.key))
    await noteSecurity(portal, { kind: 'sign-in-delayed', ...who, detail: { waitSeconds } });
  const wait = waitSeconds < 60 ? `${waitSeconds} giây` : `${Math.ceil(waitSeconds / 60)} phút`;
  throw new Problem(
    'too-many',
    `Đã nhập sai nhiều lần. Hãy thử lại sau ${wait}; nếu quên mật khẩu, liên hệ quản trị hệ thống.`,
    [],
    { retryAfterSeconds: waitSeconds },
  );
}

/** The worker's part: nothing is kept of who has been quiet for two days and is known nowhere, nor of unanswered questions. */
export async function tidyAttempts({ db, now }: Pick<Portal, 'db' | 'now'>): Promise<void> {
  await deleteQuietAttempts(db, new Date(now().getTime() - 2 * dayMs), now());
  await deleteOverChallenges(db, now());
}
