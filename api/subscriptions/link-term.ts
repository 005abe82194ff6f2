// How long the link of the first letter is good. Pure.
import { hourMs } from '../dates/lengths.ts';

const linkMs = 72 * hourMs;

/** Until when a link confirms that was asked for at an instant. */
export const linkUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + linkMs);

/** What was asked for before this has no link that confirms any more. */
export const deadBefore = (now: Date): Date => new Date(now.getTime() - linkMs);
