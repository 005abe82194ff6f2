// A portal whose letters reach a mailbox of the test, by a real SMTP server; it knows its own address.
import { openMailbox } from '../stand-ins/mailbox.ts';
import { temporaryFolder } from '../run/folder.ts';
import { openTestPortal } from './portal.ts';

export type Mailing = Awaited<ReturnType<typeof openMailing>>;

/** Opens portal and mailbox for one test file; `close` both in afterAll. `now` is where the clock stands. */
export async function openMailing(now: string) {
  const mailbox = await openMailbox();
  const at = await openTestPortal({
    now,
    env: {
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Sở Thử nghiệm <thu@coquan.example>',
      PUBLIC_ORIGIN: 'https://coquan.example',
      DATA_DIR: await temporaryFolder(),
    },
  });
  const close = async () => {
    await at.close();
    await mailbox.close();
  };
  return { at, mailbox, close };
}
