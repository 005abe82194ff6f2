// What each handling of a case came to, read off its history. Pure.
// A case has one round from its receipt to its end; whoever goes on with it, or has it sent back, opens another one.
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import type { Status, StepName } from '../cases/lifecycle.ts';
import type { CaseSource, ContentCode, RatingScore, Track } from '../cases/schema.ts';

/** Raised when a rule of this file changes: everything is then counted anew. */
export const factsVersion = 2;

/** Working days that the measuring rules of Quyết định 766/QĐ-TTg allow (content/figures.yaml). */
export type Limits = { refuse: number; transfer: number; publish: number };

/** One event; `on` is its day in Việt Nam. */
export type HistoryEvent = {
  step: StepName;
  from: Status;
  to: Status;
  on: string;
  dueBefore: string | null;
  dueAfter: string | null;
  data: { unit?: string; late?: boolean; step?: string } | null;
};

export type History = {
  caseId: string;
  receivedOn: string;
  channel: CaseSource;
  track: Track | null;
  contentCode: ContentCode;
  procedure: string | null;
  /** The field of the procedure; null: no procedure, or one that has left the list. */
  field: string | null;
  /** Day 0 of the first clock: the day of receipt, or of the transfer to us. */
  clockOn: string;
  rating: RatingScore | null;
  events: readonly HistoryEvent[];
};

export type Start = 'new' | 'continued' | 'returned' | 'reopened' | 'unmerged';
export type Ending = 'answered' | 'transferred' | 'refused' | 'withdrawn' | 'lapsed' | 'guided' | 'merged';

/** Nobody's field: no procedure was named. */
export const noField = 'none';

export type Round = {
  caseId: string;
  round: number;
  start: Start;
  startedOn: string;
  receivedOn: string;
  channel: CaseSource | 'none';
  /** `none`: guided out, no phản ánh, kiến nghị at all. */
  track: Track | 'unclassified' | 'none';
  content: ContentCode | 'none';
  field: string;
  procedure: string | null;
  unit: string | null;
  competence: 'ours' | 'other' | 'none' | 'undecided';
  clockOn: string;
  dueOn: string;
  endedOn: string | null;
  ending: Ending | null;
  /** Null while open, and for ends that the department did not decide (withdrawn, lapsed, merged). */
  onTime: boolean | null;
  /** Working days from the start of the clock to the end, without the pauses; null while open. */
  workingDays: number | null;
  /** Whether it waits for the sender's supplement now. */
  waiting: boolean;
  pauses: number;
  /** Working days of the pauses that have ended. */
  pausedDays: number;
  rating: RatingScore | null;
  publishDueOn: string | null;
  publishedOn: string | null;
  privateOn: string | null;
};

const starts: Partial<Record<StepName, Start>> = {
  submit: 'new',
  continue: 'continued',
  'return-transfer': 'returned',
  'reopen-rejected': 'reopened',
  unmerge: 'unmerged',
};
const endings: Partial<Record<StepName, Ending>> = {
  approve: 'answered',
  transfer: 'transferred',
  reject: 'refused',
  withdraw: 'withdrawn',
  'expire-supplement': 'lapsed',
  'guide-out': 'guided',
  merge: 'merged',
};
// A new clock; the others go on with the one they had (NĐ 20/2008 sets none; lượt chuyển gần nhất: QĐ 766/QĐ-TTg).
const newClock: ReadonlySet<Start> = new Set(['continued', 'returned']);
const takenUp: ReadonlySet<StepName> = new Set(['accept', 'refer-conduct', 'assign', 'assign-conduct']);

/**
 * The rounds of a case, oldest first. Every number of the register counts as received once, also one that is merged
 * or split off later: a merged one ends as `merged` and has its answer counted with the case it went into; one that
 * was split off is received by itself. Guided-out letters (khiếu nại, tố cáo, kiến nghị khác; NĐ 20/2008 Điều 1) keep
 * their number and dates only. The result that another agency gives after a transfer is no answer of the department.
 * A case has one rating, which belongs to the answer that it was given for last. While a transfer waits for its
 * signature the case is another agency's already.
 *
 * On time: an answer up to its due date (15 working days, longer by pauses and extension, or the day that a higher
 * authority set); a transfer within 5 working days (NĐ 20/2008 Điều 9.1.d); a refusal or guidance within 2 (measuring
 * rules of QĐ 766/QĐ-TTg); publication within 2 after the answer (the same).
 */
export function roundsOf(history: History, calendar: Calendar, limits: Limits): Round[] {
  const rounds: Round[] = [];
  let pausedFrom: string | null = null;
  let isTakenUp = false;
  for (const event of history.events) {
    const start = starts[event.step];
    if (start) {
      rounds.push(opened(history, event, start, rounds.at(-1), rounds.length + 1));
      isTakenUp = false;
    }
    const round = rounds.at(-1);
    if (!round) continue;
    if (event.from === 'need_info' && event.to !== 'need_info' && pausedFrom) {
      round.pauses += 1;
      round.pausedDays += between(calendar, pausedFrom, event.on);
      pausedFrom = null;
    }
    if (event.to === 'need_info' && event.from !== 'need_info') pausedFrom = event.on;
    round.waiting = pausedFrom !== null;
    const ending = endings[event.step];
    if (ending) end(round, ending, event, calendar, limits);
    if (takenUp.has(event.step)) isTakenUp = true;
    // A proposal is over once it is declined or the case moves on.
    if (round.endedOn === null && (event.step === 'decline-proposal' || event.to !== event.from))
      round.competence = isTakenUp ? 'ours' : 'undecided';
    if (event.step === 'propose' && event.data?.step === 'transfer') round.competence = 'other';
    if (event.step === 'rate') for (const earlier of rounds) earlier.rating = null;
    follow(round, event, history);
  }
  return rounds;
}

function opened(
  history: History,
  event: HistoryEvent,
  start: Start,
  before: Round | undefined,
  round: number,
): Round {
  const guided = isGuided(history);
  return {
    caseId: history.caseId,
    round,
    start,
    startedOn: event.on,
    receivedOn: history.receivedOn,
    channel: guided ? 'none' : history.channel,
    track: guided ? 'none' : (history.track ?? 'unclassified'),
    content: guided ? 'none' : history.contentCode,
    field: guided ? noField : (history.field ?? noField),
    procedure: guided ? null : history.procedure,
    unit: null,
    competence: 'undecided',
    clockOn: newClock.has(start) ? event.on : (before?.clockOn ?? history.clockOn),
    dueOn: event.dueAfter ?? before?.dueOn ?? history.receivedOn,
    endedOn: null,
    ending: null,
    onTime: null,
    workingDays: null,
    waiting: false,
    pauses: 0,
    pausedDays: 0,
    rating: null,
    publishDueOn: null,
    publishedOn: null,
    privateOn: null,
  };
}

const isGuided = ({ events }: History) => events.some(({ step }) => step === 'guide-out');
const between = (calendar: Calendar, from: string, to: string) =>
  Math.max(0, workingDaysBetween(calendar, from, to));

function end(round: Round, ending: Ending, event: HistoryEvent, calendar: Calendar, limits: Limits): void {
  round.ending = ending;
  round.endedOn = event.on;
  round.dueOn = event.dueBefore ?? round.dueOn;
  round.workingDays = Math.max(0, between(calendar, round.clockOn, event.on) - round.pausedDays);
  if (ending === 'answered') {
    round.onTime = event.on <= round.dueOn;
    round.publishDueOn = addWorkingDays(calendar, event.on, limits.publish).on;
  }
  if (ending === 'transferred') {
    round.onTime = event.data?.late === undefined ? round.workingDays <= limits.transfer : !event.data.late;
    round.competence = 'other';
  }
  if (ending === 'refused' || ending === 'guided') round.onTime = round.workingDays <= limits.refuse;
  if (ending === 'guided') round.competence = 'none';
}

/** What happens within a round and after its end. */
function follow(round: Round, { step, from, on, dueAfter, data }: HistoryEvent, { rating }: History): void {
  // Guided-out letters are counted only: no unit.
  if (data?.unit !== undefined && round.track !== 'none') round.unit = data.unit;
  if (round.endedOn === null && dueAfter) round.dueOn = dueAfter;
  if (step === 'publish') round.publishedOn = on;
  if (step === 'close-private' && from === 'answered') round.privateOn = on;
  if (step === 'rate') round.rating = rating;
}
