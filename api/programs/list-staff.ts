// `npm run staff:list`: who has an account and how it stands, for emergencies at the machine.
import { readEnvironment } from '../portal/env.ts';
import { migrate } from '../db/migrate.ts';
import { viewAccounts } from '../staff/account-service.ts';
import { accountStates, validityWords } from '../staff/account-words.ts';
import { openStaffDatabase } from './staff-database.ts';

try {
  const env = readEnvironment();
  const { db, close } = await openStaffDatabase(env);
  try {
    await migrate(db);
    for (const one of await viewAccounts({ db, env, now: () => new Date() }))
      console.log(
        [one.role, one.email, one.name, accountStates[one.state], validityWords(one)].join('\t').trimEnd(),
      );
  } finally {
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
