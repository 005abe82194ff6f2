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
    forget: (names) => removeLetters(folder, names),
    close() {},
  };
}

const headBytes = 8_192;

async function removeLetters(folder: string, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return;
  const files = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const file of files) {
    const letter = path.join(folder, file);
    const name = await nameIn(letter);
    // A name with a point belongs to all letters of what stands before it.
    if (name !== undefined && (names.has(name) || names.has(name.split('.', 1)[0] ?? '')))
      await fs.rm(letter, { force: true });
  }
}

async function nameIn(letter: string): Promise<string | undefined> {
  const file = await fs.open(letter).catch(() => undefined);
  if (!file) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return /^Message-ID:\s*<([^@>\r\n]{1,200})@/im.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
  } finally {
    await file.close();
  }
}
