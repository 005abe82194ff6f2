// A letter as nodemailer takes it: plain text, marked as sent by a machine, and nothing read from files or addresses.
import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mailer.ts';

export const letterOptions = (
  { to, subject, text, messageId, at, headers }: Mail,
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
  disableFileAccess: true,
  disableUrlAccess: true,
});
