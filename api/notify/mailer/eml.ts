// Letters as .eml files in the data folder, for a portal without a mail server; only its own account may read them.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { letterOptions } from './letter-options.ts';
import type { Mailer } from './mailer.ts';

export function emlMailer(dataDir: string, from: string): Mailer {
  const folder = path.join(dataDir, 'mail');
  return {
    async send(mail) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message } = await transport.sendMail(letterOptions(mail, from));
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const name = path.join(folder, randomUUID());
      // Under its final name a letter is always whole.
      await fs.writeFile(`${name}.part`, message as Buffer, { mode: 0o600, flag: 'wx' });
      await fs.rename(`${name}.part`, `${name}.eml`);
    },
    close() {},
  };
}
