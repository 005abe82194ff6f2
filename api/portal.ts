// Everything the process has opened, handed to routes and jobs as one value.
import type { Auth } from './staff/auth.ts';
import type { Content } from './content/load.ts';
import type { Db } from './db/open.ts';
import type { Environment } from './env.ts';
import type { Keys } from './http/keys.ts';

export type Portal = {
  db: Db;
  env: Environment;
  keys: Keys;
  content: Content;
  auth: Auth;
  now: () => Date;
};
