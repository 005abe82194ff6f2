// What a sender sees of the events of a case: the public statuses, never a name or an internal note.
import { publicStatusOf, type PublicStatus, type Status, type StepName } from '../lifecycle.ts';
import { meaningOf, toldBy } from '../steps/table.ts';
import type { EventTextKind, Link } from '../tables.ts';

/** `words`: what was asked, answered or explained at this step. */
export type PublicEvent = { status: PublicStatus; at: string; text: string; words: string | null };

const told: ReadonlySet<EventTextKind> = new Set([
  'reason',
  'question',
  'supplement',
  'remark',
  'guidance',
  'result',
]);

type Event = {
  step: StepName;
  toStatus: Status;
  at: string;
  textKind?: EventTextKind | null;
  text?: string | null;
};

/** The public part of a case's events, oldest first; instants as ISO 8601 in UTC. Steps without a sentence stay internal. */
export function publicTimeline(events: Event[]): PublicEvent[] {
  const answeredFrom = events.findLastIndex(({ step }) => step === 'answer-merged');
  let isClassified = false;
  let endedBy: StepName | null = null;
  return events.flatMap(({ step, toStatus, at, textKind, text: said }, index) => {
    const before = events[index - 1]?.toStatus;
    const about = meaningOf(step, before)?.about;
    const isAgain = about === 'said' && isClassified;
    if (about) isClassified = about === 'said';
    if (toStatus !== before) endedBy = step;
    // A merged case stays where it is; with the answer of the common one it is answered.
    const isAnswered = toStatus === 'merged' && answeredFrom >= 0 && index >= answeredFrom;
    const telling = toldBy(step, before);
    const status = isAnswered ? 'answered' : publicStatusOf(toStatus, { isClassified, endedBy });
    if (!telling || !status || isAgain) return [];
    const words = said && textKind && told.has(textKind) && telling.words ? said : null;
    return [{ status, at, text: telling.sentence, words }];
  });
}

const relations = {
  'merged-into': 'Được xử lý chung trong hồ sơ',
  'merged-from': null,
  'split-from': 'Tách ra từ hồ sơ',
  'split-to': 'Một phần nội dung được tách thành hồ sơ',
} as const;

/** A link as the sender sees it; whose cases were merged into one's own is nobody's business. */
export function publicLink(link: Link): { relation: string; number: string; status: PublicStatus }[] {
  const [relation, status] = [relations[link.relation], publicStatusOf(link.status, link)];
  return relation && status ? [{ relation, number: link.number, status }] : [];
}
