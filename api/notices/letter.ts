// A message put together from its wording and the facts of a case. Pure.
import type { StepName } from '../cases/lifecycle.ts';
import type { StaffLetter } from '../notify/staff-letter.ts';
import type { Letter, Notices, Placeholder, RequestTold, SenderNotices } from './schema.ts';

export type Message = { subject: string; text: string };
export type Facts = Partial<Record<Placeholder, string | null>>;

/** Fills `{number}` and the like; undefined when one of them has no value. */
function fill(line: string, facts: Facts): string | undefined {
  let isWhole = true;
  const filled = line.replace(/\{(\w+)\}/g, (_, name: Placeholder) => {
    const value = facts[name];
    if (!value) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}

/** Lines with their places filled; a line that lacks a value is left out, and no two empty lines follow each other. */
function paragraphs(lines: readonly string[], facts: Facts): string {
  const filled = lines.map((line) => fill(line, facts)).filter((line) => line !== undefined);
  return filled
    .filter((line, place) => line !== '' || (place > 0 && filled[place - 1] !== ''))
    .join('\n')
    .trim();
}

function write(
  { greeting }: Pick<Notices, 'greeting'>,
  { subject, body }: Letter,
  foot: string[],
  facts: Facts,
): Message {
  return {
    // A subject is one line, whatever is filled in.
    subject: (fill(subject, facts) ?? '').replace(/\s+/g, ' '),
    text: `${paragraphs([greeting, '', ...body, '', ...foot], facts)}\n`,
  };
}

/**
 * The letter to a sender about a step; undefined when the sender is not told of it. A restricted case has one neutral
 * text: the kind of event and its dates, no status, nobody's words.
 */
export function caseLetter(
  notices: SenderNotices,
  { step, restricted, facts }: { step: StepName; restricted: boolean; facts: Facts },
): Message | undefined {
  const letter = notices.steps[step];
  if (!letter) return undefined;
  if (!restricted) return write(notices, letter, notices.foot, facts);
  const { number, portal, department, event, by, stop, confirm } = facts;
  const due = namesDue(letter) ? facts.due : null;
  return write(notices, notices.restricted, notices.foot, {
    number,
    portal,
    department,
    event,
    by,
    due,
    stop,
    confirm,
  });
}

/** Whether the wording of a step tells the day of the answer. */
export const namesDue = ({ body }: Letter): boolean => body.some((line) => line.includes('{due}'));

/** The text message about a step, the same for every case. */
export const caseSms = (notices: SenderNotices, { number, portal, department }: Facts): string =>
  fill(notices.sms, { number, portal, department }) ?? '';

/** The letter about survey rounds that are about to end: `cases` are lines ready to read. */
export const surveyLetter = (notices: Notices, facts: Facts): Message =>
  write(notices, notices.surveyReminder, notices.surveyReminder.foot, facts);

/** A letter to a subscriber of change notices: the one with the link to confirm, or one about a decision. */
export const subscriptionLetter = (notices: Notices, kind: 'confirm' | 'decision', facts: Facts): Message =>
  write(notices, notices.subscription[kind], notices.subscription[kind].foot, facts);

/** The letter about a step of a request. */
export const requestLetter = (notices: Notices, step: RequestTold, facts: Facts): Message =>
  write(notices, notices.request.steps[step], notices.request.foot, facts);

const askedKinds = ['address', 'lostCode', 'receipt'] as const;

/** A letter that a sender has asked for. */
export const askedLetter = (
  notices: SenderNotices,
  kind: (typeof askedKinds)[number],
  facts: Facts,
): Message => write(notices, notices[kind], notices[kind].foot, facts);

/** A letter to an officer about the own account. */
export const staffLetter = (notices: Notices, kind: StaffLetter, facts: Facts): Message =>
  write(notices, notices.staff.letters[kind], notices.staff.foot, facts);

/** The letter of a morning with reports due and no case. */
export const obligationLetter = (notices: Notices, facts: Facts): Message =>
  write(notices, notices.obligationReminder, notices.obligationReminder.foot, facts);

/** The letter to an officer about what just happened: `title` and `cases` are ready to read. */
export const officerLetter = (notices: Notices, facts: Facts): Message =>
  write(notices, notices.officer, notices.officer.foot, facts);

/** The letter to an officer in the morning: `views`, `cases` are lines ready to read. */
export const reminderLetter = (notices: Notices, facts: Facts): Message =>
  write(notices, notices.reminder, notices.reminder.foot, facts);

const placesOf = ({ subject, body }: Letter): string =>
  [...new Set([subject, ...body].flatMap((line) => line.match(/\{\w+\}/g) ?? []))].toSorted().join(' ');

const footOf = ({ foot }: { foot: string[] }): Letter => ({ subject: '', body: foot });

/** The letters to senders that only one of two languages has, or that tell other facts in one than in the other. */
export function withoutTwin(one: SenderNotices, other: SenderNotices): string[] {
  const names = new Set([...Object.keys(one.steps), ...Object.keys(other.steps)]) as Set<StepName>;
  const differs = (first: Letter | undefined, second: Letter | undefined) =>
    !first || !second || placesOf(first) !== placesOf(second);
  return [
    ...(differs(one.restricted, other.restricted) ? ['restricted'] : []),
    ...(differs(footOf(one), footOf(other)) ? ['foot'] : []),
    ...askedKinds.filter(
      (kind) => differs(one[kind], other[kind]) || differs(footOf(one[kind]), footOf(other[kind])),
    ),
    ...[...names].filter((name) => differs(one.steps[name], other.steps[name])),
  ];
}
