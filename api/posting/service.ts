// The posting checklist of every decision, and an officer's mark on it.
import { kinds } from '../attachments/labels.ts';
import { handOverPictures } from '../attachments/repository.ts';
import { pendingSince, tokenHash } from '../attachments/upload-service.ts';
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import type { Decision } from '../procedures/decisions/schema.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { findPublishedTimes } from '../publishing/repository.ts';
import type { Viewer } from '../staff/roles.ts';
import { inUrgency, placeView } from './due.ts';
import {
  findPhoto,
  insertMark,
  insertPhotos,
  insertReceipt,
  listMarks,
  listPhotos,
  listReceipts,
  seizePlace,
  seizeReceipt,
} from './repository.ts';
import type { ChecklistView, PostingMark, ReceivedDay } from './schema.ts';

/** Every decision with its places; the longest overdue first. */
export async function listChecklists(portal: Portal): Promise<ChecklistView[]> {
  const { decisions } = portal.content;
  const kept = await readKept(portal);
  return inUrgency(decisions.map((decision) => checklist(portal, decision, kept)));
}

const readKept = async ({ db }: Portal, slug?: string) => {
  const [marks, times, receipts, photos] = await Promise.all([
    listMarks(db, slug),
    findPublishedTimes(db, 'decision'),
    listReceipts(db, slug),
    listPhotos(db, slug),
  ]);
  return { marks, times, receipts, photos };
};
type Kept = Awaited<ReturnType<typeof readKept>>;

function requireDecision({ content }: Portal, slug: string): Decision {
  const decision = content.decisions.find((one) => one.slug === slug);
  if (!decision) throw new Problem('not-found', 'Không có quyết định nào ở địa chỉ này.');
  return decision;
}

/** Enters the day on which the department received a decision; entering the same again writes nothing. */
export async function enterReceivedDay(
  portal: Portal,
  viewer: Viewer,
  slug: string,
  { on, note, after }: ReceivedDay,
): Promise<ChecklistView> {
  const decision = requireDecision(portal, slug);
  const at = portal.now();
  const today = localDate(at);
  const refuse = (detail: string) => new Problem('invalid', undefined, [{ pointer: '/on', detail }]);
  if (on > today) throw refuse(`Ngày nhận không thể sau hôm nay (${vietnameseDate(today)}).`);
  if (on < decision.signedOn)
    throw refuse(`Ngày nhận không thể trước ngày ký (${vietnameseDate(decision.signedOn)}).`);
  await portal.db.transaction().execute(async (trx) => {
    const last = await seizeReceipt(trx, slug);
    if (last && last.receivedOn === on && last.note === note) return;
    if ((last?.id ?? null) !== after)
      throw new Problem(
        'stale',
        'Người khác vừa ghi ngày nhận. Hãy xem lại ngày đang có rồi ghi tiếp nếu cần.',
      );
    await insertReceipt(trx, { decision: slug, receivedOn: on, note }, viewer.id, at);
  });
  return checklist(portal, decision, await readKept(portal, slug));
}

/** A photograph of a posting, to be shown on the page. */
export async function openPhoto({ db, files }: Portal, slug: string, id: string) {
  const photo = await findPhoto(db, slug, id);
  if (!photo) throw new Problem('not-found', 'Không có ảnh này.');
  const bytes = await files.get(photo.fileKey);
  if (!bytes) throw new Error('the file of a photograph is not in the store');
  return { bytes, mime: kinds[photo.kind].mime };
}

/** Writes the mark, or nothing where the same was written already. Returns the decision's checklist as it is now. */
export async function markPosting(
  portal: Portal,
  viewer: Viewer,
  slug: string,
  mark: PostingMark,
): Promise<ChecklistView> {
  const decision = requireDecision(portal, slug);
  const at = portal.now();
  const tokens = mark.done ? mark.photos : [];
  refuseImpossible(decision, mark, localDate(at));
  const { done, place, note } = mark;
  const doneOn = mark.done ? mark.on : null;
  await portal.db.transaction().execute(async (trx) => {
    const last = await seizePlace(trx, slug, place);
    const isSame = last && last.done === done && last.doneOn === doneOn && last.note === note;
    if (isSame && tokens.length === 0) return;
    if ((last?.id ?? null) !== mark.after)
      throw new Problem(
        'stale',
        'Người khác vừa ghi mục này. Hãy xem lại dòng đang có rồi ghi tiếp nếu cần.',
      );
    if (!done && !last?.done)
      throw new Problem('invalid', undefined, [
        { pointer: '/done', detail: 'Mục này chưa được ghi đã làm, nên không có gì để bỏ.' },
      ]);
    const markId = await insertMark(trx, { decision: slug, place, done, doneOn, note }, viewer.id, at);
    const pictures = await handOverPictures(
      trx,
      tokens.map((token) => tokenHash(portal.keys, token)),
      pendingSince(at),
    );
    if (pictures.length < tokens.length)
      throw new Problem('invalid', undefined, [
        {
          pointer: '/photos',
          detail: 'Chỉ kèm ảnh (JPEG, PNG, WebP, HEIC), và ảnh chờ không quá 24 giờ. Hãy chọn lại ảnh.',
        },
      ]);
    await insertPhotos(
      trx,
      pictures.map(({ fileKey, kind, bytes, sha256 }) => ({
        markId,
        decision: slug,
        fileKey,
        kind,
        bytes,
        sha256: sha256 ?? Buffer.alloc(0),
        addedAt: at,
      })),
    );
  });
  return checklist(portal, decision, await readKept(portal, slug));
}

function refuseImpossible(decision: Decision, mark: PostingMark, today: string): void {
  const refuse = (pointer: string, detail: string) => {
    throw new Problem('invalid', undefined, [{ pointer, detail }]);
  };
  if (mark.place === 'web')
    refuse('/place', 'Cổng tự ghi ngày hiện quyết định lần đầu; mục này không ghi tay.');
  if (!mark.done) return;
  if (mark.on > today) refuse('/on', `Ngày làm xong không thể sau hôm nay (${vietnameseDate(today)}).`);
  if (mark.on < decision.signedOn)
    refuse('/on', `Ngày làm xong không thể trước ngày ký (${vietnameseDate(decision.signedOn)}).`);
}

function checklist(portal: Portal, file: Decision, kept: Kept): ChecklistView {
  const { marks, times, photos } = kept;
  const receipts = kept.receipts.filter(({ decision: of }) => of === file.slug);
  // What was entered on the screen goes before what the file says.
  const decision = { ...file, receivedOn: receipts[0]?.receivedOn ?? file.receivedOn };
  const calendar = currentCalendar(portal);
  const today = localDate(portal.now());
  const firstAt = times.get(decision.slug)?.firstAt;
  const shownOn = firstAt ? localDate(firstAt) : null;
  const { slug, number, title, scope, authority, signedOn, effectiveOn, receivedOn, shortened } = decision;
  return {
    slug,
    number,
    title,
    scope,
    authority,
    signedOn,
    effectiveOn,
    receivedOn,
    receipts: receipts.map(({ id, receivedOn: on, note, by, enteredAt }) => ({
      id,
      on,
      note,
      by,
      at: enteredAt.toISOString(),
    })),
    shortened,
    procedures: decision.items.length,
    places: portal.content.posting.map((place) =>
      placeView(calendar, place, decision, {
        today,
        shownOn,
        marks: marks
          .filter((mark) => mark.decision === slug && mark.place === place.place)
          .map(({ id, done, doneOn, note, by, markedAt }) => ({
            id,
            done,
            on: doneOn,
            note,
            by,
            at: markedAt.toISOString(),
            photos: photos.filter(({ markId }) => markId === id).map((photo) => photo.id),
          })),
      }),
    ),
  };
}
