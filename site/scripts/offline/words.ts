// What is said of a letter that waits in this browser. Pure.
import type { Language } from '../../../api/languages/language.ts';
import { momentIn } from '../../lib/words/day.ts';
import { inLanguage } from '../../texts/catalogue.ts';
import { offline } from '../../texts/offline.ts';

type Standing = {
  writtenAt: number;
  isUnsure?: boolean | undefined;
  refused?: string[] | undefined;
  isTaken?: boolean | undefined;
  receipt?: { number: string; receivedAt: string } | undefined;
};

/** True to what is known: taken, refused, perhaps taken, or still here. Why it was refused follows, as the portal said it. */
export function standingWords(
  { writtenAt, isUnsure, refused, isTaken, receipt }: Standing,
  language: Language,
): string {
  const say = inLanguage(offline, language);
  if (receipt) return say.taken(momentIn(language, receipt.receivedAt), receipt.number);
  const written = momentIn(language, new Date(writtenAt).toISOString());
  if (isTaken) return say.takenBefore(written);
  if (refused) return say.refused(written);
  return isUnsure ? say.unsure(written) : say.waits(written);
}
