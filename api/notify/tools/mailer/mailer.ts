// The way a letter leaves: by an SMTP server, or as a file in the data folder where none is set up.
import type { Environment } from '../../../portal/env.ts';
import type { Message } from '../../../notices/letter.ts';
import type { Language } from '../../../languages/language.ts';
import { demoMark, englishDemoMark } from '../../../text/demo-words.ts';
import { emlMailer } from './eml.ts';
import { smtpMailer } from './smtp.ts';

export type Mail = Message & {
  to: string;
  /** The same for the same letter sent again, so that a second copy can be told. */
  messageId: string;
  at: Date;
  /** Vietnamese where nothing is said. */
  language?: Language | undefined;
  /** A calendar file that goes with it. */
  calendar?: string | undefined;
  /** Further headers, by name. */
  headers?: Record<string, string>;
};

/** Hands a letter over; throws when it was not taken. */
export type Mailer = {
  send(mail: Mail): Promise<void>;
  /** Removes the letters that still lie here under these names (the parts of their Message-IDs before the @, or before a point in them). */
  forget(names: ReadonlySet<string>): Promise<void>;
  close(): void;
};

export function openMailer({ SMTP_URL, MAIL_FROM, DATA_DIR, DEMO }: Environment): Mailer {
  const mailer = SMTP_URL ? smtpMailer(SMTP_URL, MAIL_FROM) : emlMailer(DATA_DIR, MAIL_FROM);
  return DEMO ? { ...mailer, send: (mail) => mailer.send(markedMail(mail)) } : mailer;
}

/** A letter of a demonstration says so in its subject and before its first word. */
export function markedMail(mail: Mail): Mail {
  const mark = mail.language === 'en' ? englishDemoMark : demoMark;
  return { ...mail, subject: `[${mark}] ${mail.subject}`, text: `${mark}\n\n${mail.text}` };
}
