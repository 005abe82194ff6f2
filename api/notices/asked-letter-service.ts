// The job `asked-letter`: writes what a sender has asked for, a new code, proof of an address, a receipt, and forgets that
// it was asked. Tried again it goes under the same Message-ID; for a case about which nothing is written there is nobody.
import { z } from 'zod';
import { procedureLink } from '../cases/reading/answer-service.ts';
import {
  countFiles,
  deleteDeadLinks,
  findReaderById,
  findReaderOf,
  saveCodeLink,
  type CaseReader,
} from '../cases/sender/own-mail-repository.ts';
import { isConfirmed } from '../cases/tools/address.ts';
import { tokenFor } from '../crypto/link-token.ts';
import { unseal } from '../crypto/keys.ts';
import { deleteAskedBefore, deleteAskedLetter, findAskedLetter } from '../notify/asked-letter-repository.ts';
import { markEmailBounced } from '../notify/notice-repository.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import { isBounce } from '../notify/bounce.ts';
import { dayCalendar } from '../notify/tools/day-calendar.ts';
import { askedLetterToken } from '../notify/tools/mailer/message-id.ts';
import type { Portal } from '../portal/portal.ts';
import { receiptOf } from '../receipts/service.ts';
import { askedLetter, type Message } from './letter.ts';
import { speechOf, type Speech } from './speech.ts';
import { confirmLink } from './tools/confirm-link.ts';
import { minuteMs } from '../dates/lengths.ts';

const longestWaitMs = 24 * 60 * minuteMs;

type Asked = NonNullable<Awaited<ReturnType<typeof findAskedLetter>>>;
/** Whoever asks, and wherever: a letter about a case speaks the language of its sender. */
const speechFor = ({ content }: Portal, { language }: CaseReader): Speech => speechOf(content, language);
type Ready = { reader: CaseReader; to: string; letter: Message; dueOn?: string };

export async function sendAskedLetter(portal: Portal, { letterId }: { letterId: string }): Promise<void> {
  const asked = await findAskedLetter(portal.db, letterId);
  if (!asked) return;
  const said = unseal(portal.keys, `asked-letter/${asked.kind}`, asked.sealed);
  const ready = said === undefined ? undefined : await writers[asked.kind](portal, asked, said);
  if (ready) await send(portal, asked, ready);
  await deleteAskedLetter(portal.db, letterId);
}

async function send(portal: Portal, { id }: Asked, { reader, to, letter, dueOn }: Ready): Promise<void> {
  const at = portal.now();
  const uid = `${askedLetterToken(portal.keys, reader.id, id)}@${senderDomain(portal.env)}`;
  const title = speechFor(portal, reader).answerDue(reader.number);
  const calendar = dueOn === undefined ? undefined : await dayCalendar({ on: dueOn, title, uid, at });
  try {
    await portal.mailer.send({
      ...letter,
      to,
      language: reader.language,
      messageId: `<${uid}>`,
      at,
      calendar,
    });
  } catch (error) {
    if (!isBounce(error)) throw error;
    // Where it is the address of the case, officer and sender are told of it.
    await markEmailBounced(portal.db, { caseId: reader.id, email: to, at });
  }
}

/** What is written about each wish; undefined: to nobody. */
const writers: Record<
  Asked['kind'],
  (portal: Portal, asked: Asked, said: string) => Promise<Ready | undefined>
> = {
  code: writeCode,
  address: writeAddress,
  receipt: writeReceipt,
};

const Lost = z.object({ number: z.string(), email: z.string() });

async function writeCode(portal: Portal, { id }: Asked, said: string): Promise<Ready | undefined> {
  const { db, keys, content, env } = portal;
  const { number, email } = Lost.parse(JSON.parse(said));
  const reader = await findReaderOf(db, number);
  if (!reader?.email) return undefined;
  // The typed one must be the confirmed one, and that must still be the one of the case.
  const isTheirs = [email, reader.email].every((one) =>
    isConfirmed(keys, reader.id, one, reader.confirmedAddress),
  );
  if (!isTheirs) return undefined;
  const until = new Date(portal.now().getTime() + content.notices.lostCode.linkMinutes * minuteMs);
  await saveCodeLink(db, { id, caseId: reader.id, codeHash: reader.secretHash, until });
  const { notices, department, moment, to } = speechFor(portal, reader);
  const letter = askedLetter(notices, 'lostCode', {
    department,
    number: reader.number,
    until: moment(until),
    link: addressOf(env, to(`/tra-cuu/cap-lai-ma?ma=${tokenFor(keys, 'case-code', { id, round: 0 })}`)),
  });
  return { reader, to: reader.email, letter };
}

async function writeAddress(portal: Portal, { caseId }: Asked): Promise<Ready | undefined> {
  const reader = caseId === null ? undefined : await findReaderById(portal.db, caseId);
  if (!reader?.email) return undefined;
  const { notices, department, to } = speechFor(portal, reader);
  const letter = askedLetter(notices, 'address', {
    department,
    number: reader.number,
    link: confirmLink(portal, to, { caseId: reader.id, email: reader.email }),
  });
  return { reader, to: reader.email, letter };
}

async function writeReceipt(portal: Portal, { caseId }: Asked, to: string): Promise<Ready | undefined> {
  const { db, env } = portal;
  const reader = caseId === null ? undefined : await findReaderById(db, caseId);
  if (!reader) return undefined;
  const [files, receipt] = await Promise.all([countFiles(db, reader.id), receiptOf(portal, reader)]);
  const speech = speechFor(portal, reader);
  const procedure = procedureLink(portal, reader.procedureSlug)?.name;
  const letter = askedLetter(speech.notices, 'receipt', {
    department: speech.department,
    number: reader.number,
    received: speech.moment(reader.receivedAt),
    about: reader.restricted ? null : speech.about(reader.contentCode, procedure),
    files: speech.files(files.count, files.bytes),
    due: speech.day(receipt.dueOn),
    portal: addressOf(env, speech.to('/tra-cuu')),
    link: addressOf(env, '/xac-minh'),
    proof: receipt.text,
  });
  return { reader, to, letter, dueOn: receipt.dueOn };
}

/** The job `tidy-asked-letters`: dead links go, and wishes that no worker came to within a day. */
export async function tidyAskedLetters({ db, now }: Portal): Promise<void> {
  await deleteDeadLinks(db, now());
  await deleteAskedBefore(db, new Date(now().getTime() - longestWaitMs));
}
