// Letters by an SMTP server, named by its address: smtp://user:password@host:587 or smtps://…
import { letterOptions } from './letter-options.ts';
import type { Mailer } from './mailer.ts';

export function smtpMailer(url: string, from: string): Mailer {
  let opened: ReturnType<typeof openTransport> | undefined;
  return {
    async send(mail) {
      opened ??= openTransport(url);
      await (await opened).sendMail(letterOptions(mail, from));
    },
    // What an SMTP server has taken is out of reach.
    forget: () => Promise.resolve(),
    close: () => void opened?.then((open) => open.close()),
  };
}

// Read at the first letter: the portal need not wait for it, nor hold it in memory, before.
async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 });
}
