// A citizen looks the own case up: number and secret prove that it is theirs.
import { currentCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { procedureLink } from '../reading/answer-service.ts';
import type { CaseKey } from '../case-key.ts';
import { dueOf } from '../dates/due.ts';
import { ownWords } from '../fields/table.ts';
import { isPast } from '../dates/lateness.ts';
import { isConfirmed } from '../tools/address.ts';
import { rateUntil } from './rating-window-service.ts';
import { allowedSteps } from '../steps/table.ts';
import { readForSender } from '../reading/reads-service.ts';
import { findCaseForSender } from './lookup-repository.ts';
import { isSameHash, readSecret, secretHash } from '../tools/secret.ts';
import { publicLink, publicTimeline } from '../reading/timeline.ts';

/** The case that number and secret open together; an unknown number and a wrong secret are the same `not-found`. */
export async function findProvenCase(portal: Portal, { number, secret }: CaseKey) {
  const spelled = readSecret(secret);
  if (!spelled)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/secret',
        detail: 'Mã tra cứu có 20 ký tự và chưa khớp ký tự kiểm tra. Hãy xem lại, có thể gõ nhầm một ký tự.',
      },
    ]);
  const row = await findCaseForSender(portal.db, number);
  // An unknown number costs the same comparison as a wrong secret.
  const expected = row?.secretHash ?? Buffer.alloc(32);
  if (!isSameHash(expected, secretHash(portal.keys, spelled)) || !row)
    throw new Problem(
      'not-found',
      'Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này. Hãy xem lại từng ký tự trên giấy biên nhận.',
    );
  return row;
}

export type SenderCase = Awaited<ReturnType<typeof lookUpCase>>;

/** A case as its sender sees it. */
export async function lookUpCase(portal: Portal, key: CaseKey) {
  const row = await findProvenCase(portal, key);
  const timeline = publicTimeline(
    row.events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
  );
  const { outsideAgency, outsideNumber, outsideOn } = row;
  const until = await rateUntil(portal, row);
  const isRatingOver = isPast(until, localDate(portal.now()));
  return {
    number: row.number,
    status: timeline.at(-1)?.status ?? ('received' as const),
    contentCode: row.contentCode,
    procedure: procedureLink(portal, row.procedureSlug),
    receivedAt: row.receivedAt.toISOString(),
    due: { ...dueOf(currentCalendar(portal), row.dueBasis), on: row.dueOn },
    /** Since when the clock stands still, waiting for the sender; the due date moves by as many working days. */
    pausedOn: row.pausedOn,
    asked:
      row.status === 'need_info'
        ? {
            question: row.events.findLast(({ step }) => step === 'ask-supplement')?.text ?? null,
            until: row.stageDueOn,
          }
        : null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    letterNumber: row.letterNumber,
    outside: outsideAgency ? { agency: outsideAgency, number: outsideNumber, on: outsideOn } : null,
    said: ownWords(row),
    timeline,
    attachments: row.attachments,
    signedReplies: row.signedReplies,
    reply: row.reply,
    published: row.publishedAt !== null,
    rating: row.rating,
    nameAtPublication: row.nameAtPublication ?? ('hide' as const),
    emailRefusedAt: row.emailRefusedAt?.toISOString() ?? null,
    /** Null: there is no address that letters could go to. */
    emailConfirmed: row.email ? isConfirmed(portal.keys, row.id, row.email, row.confirmedAddress) : null,
    links: row.links.flatMap(publicLink),
    /** Who looked at the case, by role and time. */
    reads: row.reads.map(readForSender),
    rateUntil: isRatingOver ? null : until,
    steps: allowedSteps(row.status, 'CD').filter((step) => step !== 'rate' || !isRatingOver),
  };
}
