// Everything the process has opened, handed to routes and jobs as one value.
import type { Scanner } from '../attachments/tools/scanner/clamd.ts';
import type { FileStore } from '../attachments/tools/store/file-store.ts';
import type { Auth } from '../staff/auth-service.ts';
import type { Content } from './gather.ts';
import type { Db } from '../db/open.ts';
import type { Environment } from './env.ts';
import type { DataKeys } from '../crypto/data-keys.ts';
import type { Keys } from '../crypto/keys.ts';
import type { Jobs } from '../jobs/queue-service.ts';
import type { Mailer } from '../notify/tools/mailer/mailer.ts';
import type { Sms } from '../notify/tools/sms.ts';
import type { Search } from '../search/search-service.ts';
import type { Signer } from '../crypto/signing.ts';

export type Portal = {
  db: Db;
  env: Environment;
  keys: Keys;
  /** Of encrypted columns. */
  dataKeys: DataKeys;
  signer: Signer;
  content: Content;
  auth: Auth;
  files: FileStore;
  /** Undefined where no virus scanner is set up. */
  scanner: Scanner | undefined;
  jobs: Jobs;
  mailer: Mailer;
  sms: Sms;
  search: Search;
  now: () => Date;
  /** When it was opened, by `performance.now()`: no clock that is set changes it. */
  openedAtMs: number;
  /** Aborted once the process is to end: nothing long is begun any more. */
  stopping: AbortController;
};
