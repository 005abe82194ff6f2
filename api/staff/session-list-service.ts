// The open sessions of an account, as people read them.
import type { Portal } from '../portal/portal.ts';
import { listSessions } from './account-repository.ts';
import type { SessionView } from './account-schema.ts';
import { deviceWords } from './tools/device-words.ts';

export async function viewSessions({ db }: Pick<Portal, 'db'>, userId: string): Promise<SessionView[]> {
  return (await listSessions(db, userId)).map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    device: deviceWords(userAgent),
    openedAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
  }));
}
