// What each handling of a case came to, read off its history. Pure.
// A case has one round from its receipt to its end; whoever goes on with it, or has it sent back, opens another one.
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import type { Status, StepName } from '../cases/lifecycle.ts';
import type { Ending, Meaning, Start } from '../cases/steps/step.ts';
import { meaningOf } from '../cases/steps/table.ts';
import type { CaseSource, ContentCode, RatingScore, Track } from '../cases/schema.ts';

/** Raised when a rule of this file changes: everything is then counted anew. */
export const factsVersion = 6;

/** Working days that the law and the measuring rules of Quyết định 766/QĐ-TTg allow (content/figures.yaml). */
export type Limits = { answer: number; refuse: number; transfer: number; publish: number };

/** One event; `on` is its day in Việt Nam. */
export type HistoryEvent = {
  step: StepName;
  from: Status;
  to: Status;
  on: string;
  dueBefore: string | null;
  dueAfter: string | null;
  data: {
    /** Null: given back, no unit's. */
    unit?: string | null;
    step?: string;
    /** Of a classification; `field` is that of the procedure. */
    track?: Track;
    contentCode?: ContentCode;
    procedure?: string | null;
    field?: string | null;
  } | null;
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
  /** The pauses that the clock had before the letter was a case of its own: it was split off from another. */
  sharedPauses: readonly { from: string; to: string }[];
  rating: RatingScore | null;
  events: readonly HistoryEvent[];
};

/** A pause for the sender's supplement that has ended: first and last day. */
export type Pause = [from: string, to: string];

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
  /** What was promised, with extension, or the day that a higher authority set. */
  dueOn: string;
  /** What the law allows, counted from `clockOn`, longer by the pauses and by nothing else. */
  legalDueOn: string;
  extended: boolean;
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
  paused: Pause[];
  /** Working days for which its clock had stood still already when it began: in the rounds before it on the same clock. */
  pausedBefore: number;
  rating: RatingScore | null;
  publishDueOn: string | null;
  publishedOn: string | null;
  privateOn: string | null;
};

// A new clock; the others go on with the one they had (NĐ 20/2008 sets none; lượt chuyển gần nhất: QĐ 766/QĐ-TTg).
const newClock: ReadonlySet<Start> = new Set(['continued', 'returned']);

/**
 * The rounds of a case, oldest first. Every number of the register counts as received once, also one that is merged
 * or split off later: a merged one ends as `merged` and has its answer counted with the case it went into; one that
 * was split off is received by itself. A guided-out round (khiếu nại, tố cáo, kiến nghị khác; NĐ 20/2008 Điều 1) keeps
 * its number and dates only. The result that another agency gives after a transfer is no answer of the department.
 * A case has one rating, which belongs to the answer that it was given for last. While a transfer waits for its
 * signature the case is another agency's already. What a round is about is what it was classified as up to its end:
 * a later round that is classified anew leaves it as it was.
 *
 * On time, counted in working days from the receipt or the latest transfer to us, longer by all pauses of that clock,
 * those of earlier rounds on it too, and never by an extension: an answer within 15 (measuring rules of QĐ 766/QĐ-TTg), a transfer within 5 (điểm d khoản 1 Điều 9 Nghị
 * định số 20/2008/NĐ-CP), a refusal or guidance within 2 (QĐ 766/QĐ-TTg); publication within 2 after the answer (the same).
 */
export function roundsOf(history: History, calendar: Calendar, limits: Limits): Round[] {
  const rounds: Round[] = [];
  let pausedFrom: string | null = null;
  let isTakenUp = false;
  let about = unclassified;
  for (const event of history.events) {
    const means = meaningOf(event.step, event.from) ?? {};
    if (means.about === 'unsaid') about = unclassified;
    if (means.starts) {
      const clock = clockOf(history, calendar, { event, start: means.starts, before: rounds.at(-1) });
      rounds.push({
        ...opened(history, event, means.starts, rounds.at(-1), rounds.length + 1, about),
        ...clock,
      });
      isTakenUp = false;
    }
    const round = rounds.at(-1);
    if (!round) continue;
    if (means.about === 'said') about = classified(history, event);
    if (round.endedOn === null) Object.assign(round, about);
    if (means.extends && round.endedOn === null) round.extended = true;
    if (event.from === 'need_info' && event.to !== 'need_info' && pausedFrom) {
      round.pauses += 1;
      round.pausedDays += between(calendar, pausedFrom, event.on);
      round.paused.push([pausedFrom, event.on]);
      pausedFrom = null;
    }
    if (event.to === 'need_info' && event.from !== 'need_info') pausedFrom = event.on;
    round.waiting = pausedFrom !== null;
    // What was answered stays answered, should it be found to be a tố cáo before it is published.
    if (means.ends && round.endedOn === null) end(round, means.ends, event, calendar, limits);
    if (means.takesUp) isTakenUp = true;
    // Nobody's again: the accept was a mistake.
    if (means.about === 'unsaid') [isTakenUp, round.unit] = [false, null];
    // A proposal is over once it is declined or the case moves on.
    if (round.endedOn === null && (means.proposal === 'declined' || event.to !== event.from))
      round.competence = isTakenUp ? 'ours' : 'undecided';
    if (means.proposal === 'made' && event.data?.step === 'transfer') round.competence = 'other';
    if (means.rates) for (const earlier of rounds) earlier.rating = null;
    follow(round, event, means, history);
  }
  for (const round of rounds) {
    const limit = limits[limitOf[round.ending ?? 'answered'] ?? 'answer'];
    round.legalDueOn = addWorkingDays(calendar, round.clockOn, limit + pausedOnClock(round)).on;
    if (round.endedOn !== null && round.ending !== null && limitOf[round.ending])
      round.onTime = round.endedOn <= round.legalDueOn;
  }
  return rounds;
}

const limitOf: Partial<Record<Ending, keyof Limits>> = {
  answered: 'answer',
  transferred: 'transfer',
  refused: 'refuse',
  guided: 'refuse',
};

type About = Pick<Round, 'track' | 'content' | 'field' | 'procedure'>;
const unclassified: About = { track: 'unclassified', content: 'none', field: noField, procedure: null };
const notOurs: About = { track: 'none', content: 'none', field: noField, procedure: null };

/** What the office made of a letter; events of before the procedure was kept in them go by what the case says. */
function classified(history: History, { data }: HistoryEvent): About {
  const isKept = data?.procedure !== undefined;
  return {
    track: data?.track ?? history.track ?? 'unclassified',
    content: data?.contentCode ?? history.contentCode,
    field: (isKept ? data.field : history.field) ?? noField,
    procedure: isKept ? (data.procedure ?? null) : history.procedure,
  };
}

function opened(
  history: History,
  event: HistoryEvent,
  start: Start,
  before: Round | undefined,
  round: number,
  about: About,
): Omit<Round, 'clockOn' | 'pausedBefore'> {
  return {
    caseId: history.caseId,
    round,
    start,
    startedOn: event.on,
    receivedOn: history.receivedOn,
    channel: history.channel,
    ...about,
    unit: null,
    competence: 'undecided',
    dueOn: event.dueAfter ?? before?.dueOn ?? history.receivedOn,
    legalDueOn: history.receivedOn,
    extended: false,
    endedOn: null,
    ending: null,
    onTime: null,
    workingDays: null,
    waiting: false,
    pauses: 0,
    pausedDays: 0,
    paused: [],
    rating: null,
    publishDueOn: null,
    publishedOn: null,
    privateOn: null,
  };
}

type Opening = { event: HistoryEvent; start: Start; before: Round | undefined };

/** Where the clock of a new round stands: it starts anew, or goes on with the pauses that it has had. */
function clockOf(
  { clockOn, sharedPauses }: History,
  calendar: Calendar,
  { event, start, before }: Opening,
): Pick<Round, 'clockOn' | 'pausedBefore'> {
  if (newClock.has(start)) return { clockOn: event.on, pausedBefore: 0 };
  if (before) return { clockOn: before.clockOn, pausedBefore: pausedOnClock(before) };
  const shared = sharedPauses.filter(({ from }) => from >= clockOn);
  const pausedBefore = shared.reduce((sum, { from, to }) => sum + between(calendar, from, to), 0);
  return { clockOn, pausedBefore };
}

const pausedOnClock = ({ pausedBefore, pausedDays }: Round) => pausedBefore + pausedDays;

const between = (calendar: Calendar, from: string, to: string) =>
  Math.max(0, workingDaysBetween(calendar, from, to));

function end(round: Round, ending: Ending, event: HistoryEvent, calendar: Calendar, limits: Limits): void {
  round.ending = ending;
  round.endedOn = event.on;
  round.dueOn = event.dueBefore ?? round.dueOn;
  round.workingDays = Math.max(0, between(calendar, round.clockOn, event.on) - pausedOnClock(round));
  if (ending === 'answered') {
    round.publishDueOn = addWorkingDays(calendar, event.on, limits.publish).on;
  }
  if (ending === 'transferred') round.competence = 'other';
  // Guided-out letters are counted only.
  if (ending === 'guided') Object.assign(round, notOurs, { channel: 'none', unit: null, competence: 'none' });
}

/** What happens within a round and after its end. */
function follow(
  round: Round,
  { on, dueAfter, data }: HistoryEvent,
  { shows, rates }: Meaning,
  { rating }: History,
): void {
  if (data?.unit !== undefined && round.endedOn === null) round.unit = data.unit;
  if (round.endedOn === null && dueAfter) round.dueOn = dueAfter;
  if (shows === 'public') round.publishedOn = on;
  if (shows === 'private') round.privateOn = on;
  if (rates) round.rating = rating;
}
