// What one case is in the report of a period: how it came into it and how it stands on its last day. Pure.
import type { Calendar } from '../calendar/working-days.ts';
import type { ContentCode, Track, Verification } from '../cases/schema.ts';
import { standingOf } from '../cases/standing.ts';
import type { Ending } from '../cases/steps/step.ts';
import { roundsOf, type History, type Limits, type Round } from '../figures/facts.ts';
import type { ReportPeriod } from './period.ts';

export type ReportCase = {
  caseId: string;
  number: string;
  receivedOn: string;
  arrival: 'carried' | 'new';
  again: boolean;
  receivedBefore: boolean;
  track: Track;
  classified: boolean;
  /** What was found about a conduct; null until it is answered, and for rules. */
  verification: Verification | null;
  channel: Round['channel'];
  competence: Round['competence'];
  state: 'open' | Ending;
  endedOn: string | null;
  dueOn: string;
  onTime: boolean | null;
  /** By the legal term, whatever the office has extended it to. */
  late: boolean;
  published: boolean;
  field: string | null;
  unit: string | null;
  /** The procedure that the case names, as it names it: it may have been replaced since. */
  procedure: string | null;
};

/** A history with the case's number and, by day, how it was classified; without a track where that was taken back. */
export type ReportHistory = History & {
  number: string;
  classifications: readonly { on: string; contentCode: ContentCode | null; track: Track | null }[];
  /** Of the newest reply. */
  verification: Verification | null;
  /** The procedure as the case names it. */
  named: string | null;
};

/**
 * The case as the report of a period sees it; null when it does not belong to the period. Only what happened up to
 * and including the last day is read, so that a past period comes out the same at any later time. A case belongs to
 * the period of its receipt; carried over is what was received before the first day and not ended then; one that had
 * ended and is taken up anew in the period (continued, sent back, reopened) is new once more. A case counts once in a
 * period, as it stands on its last day. Until it is classified, its track follows the sender's content code: 5.1 is
 * conduct, all else rule (Điều 5 Nghị định 20/2008/NĐ-CP). Whether an open one is late is judged on the last day, of a period that
 * is not over on `today` (YYYY-MM-DD in Việt Nam).
 */
export function reportCaseOf(
  history: ReportHistory,
  { from, to }: ReportPeriod,
  { calendar, limits, today }: { calendar: Calendar; limits: Limits; today: string },
): ReportCase | null {
  if (history.receivedOn > to) return null;
  const asOf = to < today ? to : today;
  const events = history.events.filter(({ on }) => on <= to);
  const classified = history.classifications.filter(({ on }) => on <= to).at(-1);
  const track = classified?.track ?? null;
  const rounds = roundsOf({ ...history, events }, calendar, limits);
  const standing = standingOf(rounds, { from, to });
  if (!standing) return null;
  const { arrival, again, last } = standing;
  const contentCode = classified?.contentCode ?? history.contentCode;
  return {
    caseId: history.caseId,
    number: history.number,
    receivedOn: history.receivedOn,
    arrival,
    receivedBefore: history.receivedOn < from,
    again,
    track: track ?? (contentCode === '5.1' ? 'conduct' : 'rule'),
    classified: track !== null,
    verification: last.ending === 'answered' ? history.verification : null,
    channel: last.channel,
    competence: last.competence,
    state: standing.ending ?? 'open',
    endedOn: last.endedOn,
    dueOn: last.dueOn,
    onTime: last.onTime,
    late: last.ending === null ? !last.waiting && last.legalDueOn < asOf : last.onTime === false,
    published: last.publishedOn !== null,
    field: history.field,
    unit: last.unit,
    procedure: history.named,
  };
}
