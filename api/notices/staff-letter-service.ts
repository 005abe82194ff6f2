// The job `staff-letter`: tells an officer what was done, or is asked, about the own account; tried again it goes under the same Message-ID.
import { momentWords, vietnameseDate } from '../dates/dates.ts';
import { keyedHash } from '../crypto/keys.ts';
import { mailOfficer } from '../notify/officer-box-service.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import type { StaffLetter } from '../notify/staff-letter.ts';
import type { Portal } from '../portal/portal.ts';
import { askKinds } from '../staff/account-words.ts';
import { findAskNames } from '../staff/ask-repository.ts';
import { findLinkWithMaker } from '../staff/link-repository.ts';
import { findMandate } from '../staff/mandate-repository.ts';
import { linkAddress } from '../staff/link-service.ts';
import { findStaffEmail } from '../staff/repository.ts';
import { staffLetter, type Facts } from './letter.ts';

type Job = { staffId: string; letter: StaffLetter; about: string };

export async function sendStaffLetter(portal: Portal, { staffId, letter, about }: Job): Promise<void> {
  const { db, content, env, keys } = portal;
  const to = await findStaffEmail(db, staffId);
  const facts = await factsOf(portal, letter, about);
  if (to === undefined || facts === undefined) return;
  const id = keyedHash(keys, 'message-id', `staff/${letter}/${about}/${staffId}`).toString('base64url');
  await mailOfficer(portal, staffId, {
    ...staffLetter(content.notices, letter, {
      department: content.department.name,
      portal: addressOf(env, '/can-bo'),
      ...facts,
    }),
    to,
    messageId: `<${id}@${senderDomain(env)}>`,
    at: portal.now(),
  });
}

/** Undefined where there is nothing to tell any more: the link is used, over, or another one has taken its place. */
async function factsOf(portal: Portal, letter: StaffLetter, about: string): Promise<Facts | undefined> {
  if (letter === 'invitation' || letter === 'password') {
    const link = await findLinkWithMaker(portal.db, about);
    if (!link || link.usedAt !== null || link.until <= portal.now()) return undefined;
    return {
      link: linkAddress(portal, about),
      until: momentWords(link.until),
      who: link.maker ?? 'Quản trị hệ thống',
    };
  }
  if (letter === 'deputy') {
    const mandate = await findMandate(portal.db, about);
    if (!mandate?.untilOn) return undefined;
    return {
      who: mandate.principal,
      second: mandate.user,
      due: vietnameseDate(mandate.fromOn),
      until: vietnameseDate(mandate.untilOn),
      portal: addressOf(portal.env, '/can-bo/bao-mat'),
    };
  }
  const ask = await findAskNames(portal.db, about);
  if (!ask) return undefined;
  return {
    what: askKinds[ask.kind].toLowerCase(),
    who: ask.askedBy,
    second: ask.decidedBy,
    until: momentWords(ask.until),
  };
}
