// Handing a letter to an officer's box; one that takes none is noted for the administrator, and trying again helps nobody.
import type { Portal } from '../portal/portal.ts';
import { isBounce } from './bounce.ts';
import { markBoxRefused, markBoxTaken } from './officer-box-repository.ts';
import type { Mail } from './tools/mailer/mailer.ts';

/** Throws where the server may take it later. */
export async function mailOfficer(
  { db, mailer, now }: Pick<Portal, 'db' | 'mailer' | 'now'>,
  staffId: string,
  mail: Mail,
): Promise<void> {
  try {
    await mailer.send(mail);
  } catch (error) {
    if (!isBounce(error)) throw error;
    return await markBoxRefused(db, staffId, now());
  }
  await markBoxTaken(db, staffId);
}
