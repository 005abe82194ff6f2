// What is said while files are on their way. Pure.
import { say, sizeIn } from '../say.ts';

/** How far it is, in whole percent, 0 where nothing is to be sent. */
export const percentOf = (sent: number, total: number): number =>
  total > 0 ? Math.min(100, Math.floor((sent / total) * 100)) : 0;

export const progressWords = (sent: number, total: number): string =>
  sent < total ? say.sent(percentOf(sent, total), sizeIn(sent), sizeIn(total)) : say.allSent;

/** Every quarter is read out, not every packet. */
export const isReadOut = (before: number, now: number): boolean =>
  Math.floor(before / 25) < Math.floor(now / 25);

export const stoppedWords = say.stopped;
export const offlineWords = say.offline;
export const laterWords = say.later;

/** After the line broke. `isOnce`: pressing again can make no second one of it. */
export const brokenWords = (isOnce: boolean): string => (isOnce ? say.brokenOnce : say.broken);
