// A portal opened beside one that runs on the same data folder, to fill its register and ask its services.
import { contentDir } from '../../api/content/read.ts';
import { openDataKeys } from '../../api/crypto/data-keys.ts';
import { openKeys } from '../../api/crypto/keys.ts';
import { openSigner } from '../../api/crypto/signing.ts';
import { withoutLimit } from '../../api/db/connection.ts';
import { openDatabase } from '../../api/db/open.ts';
import { ledgerOrigin } from '../../api/ledger/origin.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { loadContent } from '../../api/portal/gather.ts';
import type { Portal } from '../../api/portal/portal.ts';
import { assemblePortal } from '../../api/start/open-portal.ts';

export async function openBeside(dataDir: string, url: string): Promise<Portal> {
  const content = await loadContent(contentDir, new Date());
  const env = readEnvironment({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const keys = openKeys(dataDir, undefined);
  const dataKeys = openDataKeys(keys, dataDir);
  return await assemblePortal({
    db: openDatabase(url, 4, { dataKeys: () => dataKeys, patience: withoutLimit }),
    env,
    keys,
    dataKeys,
    signer: openSigner(ledgerOrigin(content.department), dataDir, undefined),
    content,
    now: () => new Date(),
  });
}
