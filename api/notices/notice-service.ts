// The job `notice`: tells a sender of one step of their case, by e-mail, else by a text message.
import { publicStatusOf } from '../cases/lifecycle.ts';
import { stepsWhere, toldBy } from '../cases/steps/table.ts';
import { tokenFor } from '../crypto/link-token.ts';
import type { Portal } from '../portal/portal.ts';
import { caseLetter, caseSms, namesDue, type Facts } from './letter.ts';
import { confirmLink } from './tools/confirm-link.ts';
import { isConfirmed } from '../cases/tools/address.ts';
import { oneClick } from '../notify/one-click.ts';
import type { Language } from '../languages/language.ts';
import { speechOf, type Speech } from './speech.ts';
import { isBounce } from '../notify/bounce.ts';
import { dayCalendar } from '../notify/tools/day-calendar.ts';
import { noticeToken } from '../notify/tools/mailer/message-id.ts';
import { findAddress, findNotice, markEmailBounced } from '../notify/notice-repository.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import { claimNotice, markNoticeSent, releaseNotice, type NoticeKey } from '../notify/sent-repository.ts';

type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>;
const bringReply = stepsWhere(({ told }) => told?.reply === true);
// Who has supplied meanwhile is asked for nothing.
const isAnswered = ({ toStatus, status }: Notice) => toStatus === 'need_info' && status !== 'need_info';
/** The last day to supply what is asked for: the case waits no longer. */
const supplyOn = ({ toStatus, stageDueOn }: Notice) => (toStatus === 'need_info' ? stageDueOn : null);
type EventKey = { caseId: string; seq: number };
type Address = NonNullable<Awaited<ReturnType<typeof findAddress>>>;
const isProven = ({ keys }: Portal, caseId: string, { email, confirmedAddress }: Address) =>
  email !== null && isConfirmed(keys, caseId, email, confirmedAddress);
type Telling = { speech: Speech; language: Language; facts: Facts & { stop: string } };

/**
 * Sends the notice of one event. Done twice it sends once: it takes a row in hand, sends, then marks the row. Only a
 * process that dies between sending and marking leads to a second copy, ten minutes later, under the same Message-ID.
 */
export async function sendNotice(portal: Portal, event: EventKey): Promise<void> {
  const [address, notice] = await Promise.all([
    findAddress(portal.db, event.caseId),
    findNotice(portal.db, event, bringReply),
  ]);
  if (!address || !notice || isAnswered(notice)) return;
  const speech = speechOf(portal.content, address.language);
  const stop = addressOf(
    portal.env,
    speech.to(
      `/tra-cuu/thoi-nhan-thu?ma=${tokenFor(portal.keys, 'case-stop', { id: event.caseId, round: 0 })}`,
    ),
  );
  const confirm =
    address.email && !isProven(portal, event.caseId, address)
      ? confirmLink(portal, speech.to, { caseId: event.caseId, email: address.email })
      : null;
  const facts = { ...factsOf(portal, speech, notice), stop, confirm };
  if (
    address.email &&
    (await sendEmail(portal, event, notice, { speech, language: address.language, facts }, address.email))
  )
    return;
  if (address.phone)
    return await sendSms(portal, event, { speech, language: address.language, facts }, address.phone);
}

/** False: the address takes no letters, now or later; it is noted, and the officer and the sender are told of it. */
async function sendEmail(
  portal: Portal,
  event: EventKey,
  notice: Notice,
  { speech, language, facts }: Telling,
  to: string,
): Promise<boolean> {
  const { step, restricted } = notice;
  const letter = caseLetter(speech.notices, { step, restricted, facts });
  if (!letter) return true;
  const uid = `${noticeToken(portal.keys, event)}@${senderDomain(portal.env)}`;
  const at = portal.now();
  const day = namedDay(speech, notice);
  const calendar = day && (await dayCalendar({ ...day, uid, at }));
  try {
    await once(portal, { ...event, channel: 'email' }, () =>
      portal.mailer.send({
        ...letter,
        to,
        language,
        messageId: `<${uid}>`,
        at,
        calendar,
        headers: oneClick(facts.stop),
      }),
    );
    return true;
  } catch (error) {
    if (!isBounce(error)) throw error;
    await markEmailBounced(portal.db, { caseId: event.caseId, email: to, at: portal.now() });
    return false;
  }
}

/** The day that the letter names, if it names one, with what is due on it: never more than the letter tells. */
function namedDay(speech: Speech, notice: Notice): { on: string; title: string } | undefined {
  const { number, step, dueAfter } = notice;
  const supply = supplyOn(notice);
  if (supply) return { on: supply, title: speech.supplyDue(number) };
  const letter = speech.notices.steps[step];
  return letter && namesDue(letter) && dueAfter
    ? { on: dueAfter, title: speech.answerDue(number) }
    : undefined;
}

async function sendSms(
  portal: Portal,
  event: EventKey,
  { speech, facts }: Telling,
  to: string,
): Promise<void> {
  const message = { to, text: caseSms(speech.notices, facts) };
  if (!portal.sms.delivers) return await portal.sms.send(message);
  await once(portal, { ...event, channel: 'sms' }, () => portal.sms.send(message));
}

async function once({ db, now }: Portal, key: NoticeKey, send: () => Promise<void>): Promise<void> {
  const claim = await claimNotice(db, key, now());
  if (claim === 'sent') return;
  if (claim === 'busy') throw Object.assign(new Error('in hand elsewhere'), { code: 'EBUSY' });
  try {
    await send();
  } catch (error) {
    await releaseNotice(db, key);
    throw error;
  }
  await markNoticeSent(db, key, now());
}

// Words between officers never reach a letter, whatever the wording asks for.
const toldKinds: ReadonlySet<string | null> = new Set(['reason', 'question', 'guidance', 'result']);

function factsOf({ env }: Portal, speech: Speech, notice: Notice): Facts {
  const { number, dueAfter, fromStatus, toStatus, words, wordsKind, reply, step } = notice;
  const supply = supplyOn(notice);
  const told = toldBy(step, fromStatus);
  const shownAs = publicStatusOf(toStatus, { isClassified: false, endedBy: step });
  return {
    number,
    due: dueAfter && speech.day(dueAfter),
    by: supply && speech.day(supply),
    event: told && speech.event(told.sentence).replace(/\.$/, ''),
    status: shownAs && speech.status[shownAs],
    portal: addressOf(env, speech.to('/tra-cuu')),
    department: speech.department,
    words: toldKinds.has(wordsKind) && told?.words ? words : null,
    reply,
  };
}
