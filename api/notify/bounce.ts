// When a mail server says that an address takes no letters: trying again helps nobody. Pure.
import { errorClass } from '../text/error-class.ts';

/**
 * Whether the server refused the recipient for good: RFC 5321 §4.2.1, a reply of 5xx to RCPT TO (550 no such box, 551,
 * 553), but for 552, a box that is full today.
 */
export const isBounce = (error: unknown): boolean => /^EENVELOPE 5(?!52)\d\d$/.test(errorClass(error));
