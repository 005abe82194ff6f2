// The jobs `officer-letters` and `officer-letter`: what happened to cases goes to those whom it is for, several things in one
// letter. Made once and written down; tried again it goes under the same Message-ID.
import { keyedHash } from '../crypto/keys.ts';
import { tokenFor } from '../crypto/link-token.ts';
import { localDate } from '../dates/dates.ts';
import { dayMs, minuteMs } from '../dates/lengths.ts';
import { officerLetter } from '../notices/letter.ts';
import { deleteHappenings, findOldestHappening, holdHappenings } from '../notify/happening-repository.ts';
import { mailOfficer } from '../notify/officer-box-service.ts';
import { oneClick } from '../notify/one-click.ts';
import { occasions } from '../notify/occasions.ts';
import { senderDomain } from '../notify/portal-address.ts';
import type { Portal } from '../portal/portal.ts';
import { standingsOn } from '../staff/standing-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { listTold } from './case-repository.ts';
import { holdMs, isTime, isWanted, linesOf, type Line } from './gather.ts';
import { lineOf, subjectOf, type TellOf } from './lines.ts';
import {
  claimOfficerLetter,
  deleteLettersBefore,
  findLetter,
  insertLetter,
  listLines,
  markOfficerLetter,
} from './letter-repository.ts';
import { isToldOf, recipientsOf } from './recipients.ts';
import { listWishes } from './settings-repository.ts';
import { stopKinds, type StopKind } from './settings-schema.ts';

const keptMs = 30 * dayMs;
/** A try that has not ended by then is taken for dead, and another may send. */
const leaseMs = 10 * minuteMs;
const together = 2_000;
const mostLines = 50;

/** Makes letters of what waits, once the oldest of it has waited long enough for the rest to be gathered. */
export async function makeOfficerLetters(portal: Portal): Promise<void> {
  const { db, jobs } = portal;
  const now = portal.now();
  if (!isTime(await findOldestHappening(db), now)) return;
  for (let taken = together; taken === together;)
    taken = await db.transaction().execute(async (trx) => {
      const happened = await holdHappenings(trx, new Date(now.getTime() - holdMs), together);
      if (happened.length === 0) return 0;
      const cases = await listTold(trx, [...new Set(happened.map(({ caseId }) => caseId))]);
      const rows = new Map(cases.map((row) => [row.id, row]));
      const [standings, wishes] = [await standingsOn(trx, localDate(now)), await listWishes(trx)];
      const told = new Map<string, Line[]>();
      for (const { caseId, occasion, actorId, at } of happened) {
        const row = rows.get(caseId);
        for (const { staffId, behalfId } of row ? recipientsOf(standings, { occasion, actorId }, row) : [])
          if (isWanted(occasion, wishes.get(staffId)?.off ?? []))
            told.set(staffId, [...(told.get(staffId) ?? []), { caseId, occasion, behalfId, at }]);
      }
      for (const [staffId, lines] of told) {
        const letterId = await insertLetter(trx, staffId, now, linesOf(lines));
        await jobs.enqueue(trx, 'officer-letter', { letterId }, { key: letterId });
      }
      await deleteHappenings(
        trx,
        happened.map(({ id }) => id),
      );
      await deleteLettersBefore(trx, new Date(now.getTime() - keptMs));
      return happened.length;
    });
}

/** Sends one letter: of what it was made of, what is still so, to who is still there. Done twice it sends once. */
export async function sendOfficerLetter(portal: Portal, { letterId }: { letterId: string }): Promise<void> {
  const { db, keys, env } = portal;
  const now = portal.now();
  const letter = await findLetter(db, letterId);
  if (!letter || letter.sentAt) return;
  const lines = await tellable(portal, letter);
  if (lines.length === 0) return await markOfficerLetter(db, letterId, { sentAt: now });
  if (!(await claimOfficerLetter(db, letterId, { now, lapsed: new Date(now.getTime() - leaseMs) })))
    throw Object.assign(new Error('in hand elsewhere'), { code: 'EBUSY' });
  const stop = lines.some(({ occasion }) => occasions[occasion].isOptional)
    ? stopLink(portal, letter.staffId, 'cases')
    : null;
  const id = keyedHash(keys, 'message-id', `officer-letter/${letterId}`).toString('base64url');
  try {
    await mailOfficer(portal, letter.staffId, {
      ...wordsOf(portal, lines, stop),
      to: letter.email,
      messageId: `<${id}@${senderDomain(env)}>`,
      at: now,
      ...(stop !== null && { headers: oneClick(stop) }),
    });
  } catch (error) {
    await markOfficerLetter(db, letterId, { claimedAt: null });
    throw error;
  }
  await markOfficerLetter(db, letterId, { sentAt: now });
}

/** The lines that still hold: the officer is still there, may open the case, and it is still for them. */
async function tellable({ db, now }: Portal, letter: { id: string; staffId: string }): Promise<TellOf[]> {
  const lines = await listLines(db, letter.id);
  if (lines.length === 0) return [];
  const cases = await listTold(db, [...new Set(lines.map(({ caseId }) => caseId))]);
  const rows = new Map(cases.map((row) => [row.id, row]));
  const standings = (await standingsOn(db, localDate(now()))).filter(({ id }) => id === letter.staffId);
  return lines.flatMap(({ caseId, occasion, behalfId, behalf }) => {
    const row = rows.get(caseId);
    const asNow = (viewer: Viewer) => (viewer.behalf?.id ?? '') === behalfId;
    if (!row || !standings.some((viewer) => asNow(viewer) && isToldOf(viewer, occasion, row))) return [];
    const { number, track, isGuarded, dueOn } = row;
    return [{ number, track, isGuarded, dueOn, occasion, behalf }];
  });
}

/** The link that ends letters of a kind; null where the portal does not know its own address. */
export function stopLink({ env, keys }: Portal, staffId: string, kind: StopKind): string | null {
  const token = tokenFor(keys, 'officer-stop', { id: staffId, round: stopKinds.indexOf(kind) });
  return env.PUBLIC_ORIGIN === undefined ? null : `${env.PUBLIC_ORIGIN}/can-bo/thoi-thu-bao?ma=${token}`;
}

function wordsOf({ env, content }: Portal, lines: TellOf[], stop: string | null) {
  const origin = env.PUBLIC_ORIGIN;
  const linkOf = ({ number }: TellOf) => (origin === undefined ? null : `${origin}/can-bo/ho-so/${number}`);
  const told = lines.slice(0, mostLines).map((line) => lineOf(line, linkOf(line)));
  if (lines.length > mostLines) told.push(`và ${lines.length - mostLines} việc khác.`);
  return officerLetter(content.notices, {
    title: subjectOf(lines),
    cases: told.join('\n'),
    department: content.department.name,
    portal: origin === undefined ? null : `${origin}/can-bo`,
    stop,
  });
}
