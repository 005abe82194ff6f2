// The token in every form of the pages: for browsers that say nothing of where a form was sent from.
import { timingSafeEqual } from 'node:crypto';
import { keyedHash, type Keys } from './keys.ts';
import { minuteMs } from '../dates/lengths.ts';

/** A form may lie open over a working day. */
const hoursGood = 12;
const longest = 64;

// Who holds one of these cookies can do more with a form than a stranger: a token got by a stranger is none of theirs.
const powerful = /(?:^|-)(?:ho-so)$|session_token$/;

const markOf = (keys: Keys, minute: string, cookies: string) =>
  keyedHash(keys, 'page-token', `${minute}\n${boundTo(cookies)}`)
    .subarray(0, 18)
    .toString('base64url');

/** A token for a form made now, for a browser with this Cookie header (empty: none); it is kept nowhere. */
export function pageToken(keys: Keys, now: Date, cookies = ''): string {
  const minute = Math.floor(now.getTime() / minuteMs).toString(36);
  return `${minute}.${markOf(keys, minute, cookies)}`;
}

/** Whether a token was made by this portal, for the same session, within the last twelve hours. */
export function isPageToken(keys: Keys, token: string, now: Date, cookies = ''): boolean {
  if (token.length > longest) return false;
  const [minute = '', mark = ''] = token.split('.');
  const age = now.getTime() / minuteMs - Number.parseInt(minute, 36);
  if (!(age > -5 && age < hoursGood * 60)) return false;
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(keys, minute, cookies))];
  return given.length === right.length && timingSafeEqual(given, right);
}

const boundTo = (cookies: string): string =>
  cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => powerful.test(pair.slice(0, pair.indexOf('=')).slice(0, 80)))
    .toSorted()
    .join(';');
