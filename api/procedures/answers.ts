// The four things asked of a procedure first: which papers, where, how long, how much. Pure.
import { capital } from '../text/capital.ts';
import { hasTimePerWay } from './completeness.ts';
import { shortFee, shortTimeLimit, timeLimitText, timePerWay } from './labels.ts';
import { isGiven, isNone, noneWords } from './part.ts';
import type { Channel, Procedure } from './schema.ts';

type Asked = Pick<Procedure, 'dossier' | 'methods' | 'agencies' | 'timeLimit' | 'fee'>;
export type Question = 'papers' | 'place' | 'time' | 'fee';
/** `text` is null where nobody knows. */
export type Answer = { question: Question; label: string; text: string | null };

/**
 * The answers in the order in which they are asked, each in a few words. `counter` names the place that takes dossiers
 * where the procedure names none of its own.
 */
export function answersOf(procedure: Asked, counter: string): Answer[] {
  return [
    { question: 'papers', label: 'Cần giấy tờ gì', text: papersText(procedure) },
    { question: 'place', label: 'Nộp ở đâu', text: placeText(procedure, counter) },
    { question: 'time', label: 'Bao lâu', text: timeText(procedure) },
    { question: 'fee', label: 'Bao nhiêu', text: shortFee(procedure) },
  ];
}

/** Whether hardly anything of use is known: of papers, time and fee at most one. Such procedures are listed last. */
export const isThin = ({ dossier, timeLimit, fee, methods }: Omit<Asked, 'agencies'>): boolean =>
  [dossier === 'unknown', timeText({ timeLimit, methods }) === null, fee === 'unknown'].filter(Boolean)
    .length >= 2;

function papersText({ dossier }: Pick<Asked, 'dossier'>): string | null {
  if (dossier === 'unknown') return null;
  if (isNone(dossier)) return noneWords(dossier);
  const [first] = dossier;
  if (dossier.length === 1 && first) return `${first.papers.length} loại giấy tờ`;
  return `${dossier.length} trường hợp, mỗi trường hợp một danh mục giấy tờ`;
}

const wayWords: Record<Channel, (counter: string) => string> = {
  online: () => 'trực tuyến',
  'in-person': (counter) => `tại ${counter}`,
  postal: () => 'qua bưu chính',
};

function placeText({ methods, agencies }: Pick<Asked, 'methods' | 'agencies'>, counter: string) {
  if (isNone(methods)) return noneWords(methods);
  const receiving = isGiven(agencies.receiving)
    ? agencies.receiving.join('; ').replace(/\s*\([^()]*\)/g, '')
    : null;
  if (methods === 'unknown') return receiving;
  const channels = new Set(methods.map(({ channel }) => channel));
  const own = receiving && receiving.length <= 60 ? receiving : counter;
  const words = (['online', 'in-person', 'postal'] as const).flatMap((channel) =>
    channels.has(channel) ? [wayWords[channel](own)] : [],
  );
  return capital(words.join('; '));
}

function timeText(of: Pick<Asked, 'timeLimit' | 'methods'>): string | null {
  if (hasTimePerWay(of)) return timePerWay;
  const whole = timeLimitText(of);
  // Several periods: all of them, where they can be read at a glance.
  if (whole !== null && isGiven(of.timeLimit) && of.timeLimit.amount === null && whole.length <= 120)
    return whole;
  return whole && shortTimeLimit(of);
}
