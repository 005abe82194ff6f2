// A whole portal on its own copy of the migrated database, with a clock that the test sets.
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { contentDir } from '../../../api/content/read.ts';
import { createApp } from '../../../api/portal/app.ts';
import { apiClient } from '../../../api/client.ts';
import { localDate } from '../../../api/dates/dates.ts';
import { openDatabase } from '../../../api/db/open.ts';
import { readEnvironment } from '../../../api/portal/env.ts';
import { type Content, loadContent } from '../../../api/portal/gather.ts';
import { openDataKeys } from '../../../api/crypto/data-keys.ts';
import { openSigner } from '../../../api/crypto/signing.ts';
import { ledgerOrigin } from '../../../api/ledger/origin.ts';
import { assemblePortal } from '../../../api/start/open-portal.ts';
import { asRunRole, onServer, withDatabase } from './server.ts';

type Wish = {
  /** Where the clock stands, an instant such as 2026-03-02T08:00:00+07:00. */
  now?: string;
  /** Further environment settings, as strings. */
  env?: Record<string, string>;
  /** Published content that is not in content/, such as a made-up decision. */
  content?: Partial<Content>;
};

// The first test key of RFC 8032 §7.1.
const testSigningKey = Buffer.from(
  '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  'hex',
).toString('base64');

export const testSecret = 'a key of the tests, 32 bytes or more';

// What is published is the same for all files of a worker; each gets a copy, which it may change.
const read = new Map<string, Promise<Content>>();

async function contentOn(instant: Date): Promise<Content> {
  const day = localDate(instant);
  const content = read.get(day) ?? loadContent(contentDir, instant);
  read.set(day, content);
  return structuredClone(await content);
}

export type TestPortal = Awaited<ReturnType<typeof openTestPortal>>;

/** Opens a portal for one test file; `close` it in afterAll. */
export async function openTestPortal({
  now = '2026-03-02T08:00:00+07:00',
  env = {},
  content: published = {},
}: Wish = {}) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = inject('serverUrl');
  await onServer(serverUrl, (client) =>
    client.query(`create database ${name} template ${inject('template')}`),
  );
  const keys = { master: Buffer.from(testSecret) };
  const dataKeys = openDataKeys(keys, env['DATA_DIR'] ?? '');
  const open = { dataKeys: () => dataKeys };
  const db = openDatabase(asRunRole(withDatabase(serverUrl, name)), 10, open);
  const owner = openDatabase(withDatabase(serverUrl, name), 2, open);
  let instant = new Date(now);
  const content = { ...(await contentOn(instant)), ...published };
  const portal = await assemblePortal({
    db,
    env: readEnvironment({
      SUBMISSIONS_PER_10_MINUTES: '0',
      LOG_LEVEL: 'silent',
      TOTP_ROLES: 'none',
      // Officers are signed in once for all files of a worker.
      SESSION_IDLE_MINUTES: '480',
      ...env,
    }),
    keys,
    dataKeys,
    signer: openSigner(ledgerOrigin(content.department), '', testSigningKey),
    content,
    now: () => instant,
  });
  const app = createApp(portal);

  return {
    portal,
    app,
    /** For a second process on the same database. */
    databaseUrl: asRunRole(withDatabase(serverUrl, name)),
    ownerUrl: withDatabase(serverUrl, name),
    /** The database as its owner sees it, who may do what the portal itself may not. */
    owner,
    /** Any request to the API; a path such as /api/health. */
    request: (path: string, init?: RequestInit) => app.request(path, init, { clientAddress: '127.0.0.1' }),
    client: clientWith(),
    /** The client with further headers, such as a session's cookie. */
    clientWith,
    clock: { set: (iso: string) => void (instant = new Date(iso)) },
    async close() {
      portal.mailer.close();
      await portal.jobs.close();
      await Promise.all([db.destroy(), owner.destroy()]);
      await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };

  function clientWith(headers: Record<string, string> = {}) {
    return apiClient(
      (input, init) => app.fetch(new Request(input, init), { clientAddress: '127.0.0.1' }),
      headers,
    );
  }
}
