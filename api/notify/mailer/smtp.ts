// Letters by an SMTP server, named by its address: smtp://user:password@host:587 or smtps://…
import { createTransport } from 'nodemailer';
import { letterOptions } from './letter-options.ts';
import type { Mailer } from './mailer.ts';

export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    async send(mail) {
      await transport.sendMail(letterOptions(mail, from));
    },
    close: () => transport.close(),
  };
}
