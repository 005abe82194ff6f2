// A database like the portal's, on the same server: pgbench fills it, and the portal's statements are copied from it.
import { generateKeyPairSync } from 'node:crypto';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { migrate } from '../../api/db/migrate.ts';
import { openDatabase } from '../../api/db/open.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { openDataKeys } from '../../api/crypto/data-keys.ts';
import { openSigner } from '../../api/crypto/signing.ts';
import { migrateQueue } from '../../api/jobs/tools/boss.ts';
import { ledgerOrigin } from '../../api/ledger/origin.ts';
import { assemblePortal } from '../../api/start/open-portal.ts';
import { onServer, withDatabase } from '../support/portal/server.ts';

const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** Makes the database beside the one at `url`, with a portal on it until `close`. */
export async function openReference(url: string) {
  const referenceUrl = withDatabase(url, 'reference');
  await onServer(url, (client) => client.query('create database reference'));
  const keys = { master: Buffer.from('a key of the bench, 32 bytes or more') };
  const dataKeys = openDataKeys(keys, '');
  const db = openDatabase(referenceUrl, 1, { dataKeys: () => dataKeys });
  await migrate(db);
  await migrateQueue(db);
  const content = await loadContent(contentDir, new Date());
  const portal = await assemblePortal({
    db,
    env: readEnvironment({ LOG_LEVEL: 'silent' }),
    keys,
    dataKeys,
    signer: openSigner(ledgerOrigin(content.department), '', signingKey),
    content,
    now: () => new Date(),
  });
  return {
    url: referenceUrl,
    portal,
    async close() {
      portal.mailer.close();
      await portal.jobs.close();
      await db.destroy();
    },
  };
}
