// Opens everything the process needs, in order: keys, content, database, migrations, reference data, log-in.
import { openScanner } from '../attachments/tools/scanner/clamd.ts';
import { openFileStore } from '../attachments/tools/store/file-store.ts';
import { loadCalendar, watchCalendar } from '../calendar/current-service.ts';
import { loadContent } from '../portal/gather.ts';
import { keepApart } from '../demo/tools/folder.ts';
import { connect } from '../db/connect.ts';
import { explainStart } from '../db/explain.ts';
import { migrate } from '../db/migrate.ts';
import type { Environment } from '../portal/env.ts';
import { openDataKeys } from '../crypto/data-keys.ts';
import { openSigner } from '../crypto/signing.ts';
import { migrateQueue } from '../jobs/tools/boss.ts';
import { openJobs } from '../jobs/queue-service.ts';
import { ledgerOrigin } from '../ledger/origin.ts';
import { recordSigner } from '../ledger/sequence-service.ts';
import { openMailer } from '../notify/tools/mailer/mailer.ts';
import { smsStandIn } from '../notify/tools/sms.ts';
import type { Portal } from '../portal/portal.ts';
import { recordPublications } from '../publishing/record-service.ts';
import { openSearch } from '../search/search-service.ts';
import { judgeOldCases } from '../cases/intake/signal-service.ts';
import { createAuth } from '../staff/auth-service.ts';
import { checkFrozenSurveys } from '../surveys/version-service.ts';
import { requireDataKeys } from '../at-rest/key-service.ts';
import { keepFingerprint, openKeysOf } from './known-key.ts';
import { publishedOf } from './published.ts';
import { seedReferenceData } from './seed.ts';

type PortalParts = Omit<
  Portal,
  'auth' | 'files' | 'scanner' | 'jobs' | 'mailer' | 'sms' | 'search' | 'openedAtMs' | 'stopping'
>;

/** Puts a portal together on a migrated database, and fills in its reference data. */
export async function assemblePortal(parts: PortalParts): Promise<Portal> {
  await seedReferenceData(parts);
  await recordSigner(parts);
  await loadCalendar(parts);
  await judgeOldCases(parts);
  await checkFrozenSurveys(parts);
  await recordPublications(parts, publishedOf(parts.content));
  return {
    ...parts,
    auth: createAuth(parts),
    files: openFileStore(parts.env),
    scanner: openScanner(parts.env.CLAMD),
    jobs: await openJobs(parts.db),
    mailer: openMailer(parts.env),
    sms: smsStandIn,
    search: openSearch(parts),
    openedAtMs: performance.now(),
    stopping: new AbortController(),
  };
}

export type OpenedPortal = { portal: Portal; embedded: boolean; close(): Promise<void> };

/** Opens the portal of this process; `say` is told what people at the keyboard should know. */
export async function openPortal(env: Environment, say: (sentence: string) => void): Promise<OpenedPortal> {
  await keepApart(env);
  const now = clockOf(env);
  const content = await loadContent(env.CONTENT_DIR, now());
  const connection = await connect(env, say);
  try {
    const keys = await openKeysOf(connection.db, env);
    const dataKeys = openDataKeys(keys, env.DATA_DIR, env.DATA_KEYS);
    connection.useKeys(dataKeys);
    await migrate(connection.db);
    await migrateQueue(connection.db);
    await keepFingerprint(connection.db, env, keys);
    await requireDataKeys(connection.db, dataKeys, now());
    const portal = await assemblePortal({
      db: await connection.forRun(),
      env,
      keys,
      dataKeys,
      signer: openSigner(ledgerOrigin(content.department), env.DATA_DIR, env.SIGNING_KEY),
      content,
      now,
    });
    const stopWatching = watchCalendar(portal);
    return {
      portal,
      embedded: connection.embedded,
      async close() {
        stopWatching();
        portal.mailer.close();
        await portal.jobs.close();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw explainStart(error);
  }
}

// A fixed clock stands still; it is for rehearsals and tests.
function clockOf({ CLOCK }: Environment): () => Date {
  return CLOCK ? () => new Date(CLOCK) : () => new Date();
}
