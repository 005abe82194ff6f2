// A letter as nodemailer takes it: plain text, with a calendar file where a day is named, marked as sent by a machine, and nothing read from files or addresses.
import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mailer.ts';

export const letterOptions = (
  { to, subject, text, messageId, at, calendar, headers }: Mail,
  from: string,
): SendMailOptions => ({
  from,
  // An object: an address is never read as a list.
  to: { name: '', address: to },
  subject,
  text,
  messageId,
  date: at,
  headers: { 'auto-submitted': 'auto-generated', 'content-language': 'vi', ...headers },
  ...(calendar !== undefined && {
    attachments: [
      {
        filename: 'han.ics',
        content: calendar,
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        contentDisposition: 'attachment' as const,
      },
    ],
  }),
  disableFileAccess: true,
  disableUrlAccess: true,
});
