// What an officer is writing, kept on the server until it is sent: for its writer alone, and never overwritten unseen.
import { randomUUID } from 'node:crypto';
import type { Db, Transaction } from '../../db/open.ts';
import {
  closedAccountDays,
  draftDays,
  droppedDays,
  mostDrafts,
  titleOfPage,
  type KeepOwnDraft,
  type OwnDraft,
} from '../../officer-drafts/draft.ts';
import {
  countOwnDrafts,
  deleteOwnDraftsUntil,
  deleteSentDraft,
  findOwnDraft,
  findOwnDraftById,
  holdDrafts,
  insertOwnDraft,
  listOwnDrafts,
  updateOwnDraft,
} from '../../officer-drafts/repository.ts';
import { sealOwnDraft, unsealOwnDraft } from '../../officer-drafts/tools/sealing.ts';
import type { Portal } from '../../portal/portal.ts';
import { Problem } from '../../problems/problem.ts';
import type { Viewer } from '../../staff/roles.ts';
import { canonicalJson } from '../../text/canonical.ts';
import { StepName } from '../lifecycle.ts';
import { isAllowed, steps, stepsWhere } from '../steps/table.ts';
import { findDraftCase, listDraftCases } from './draft-case-repository.ts';
import { dayMs } from '../../dates/lengths.ts';

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * dayMs);
const starts = stepsWhere(({ counts }) => counts?.starts !== undefined);

/**
 * `/can-bo/ho-so/PAKN-2026-000123` -> its number; undefined for pages that are no case's. Files are added on a page for
 * all cases, whose forms name theirs: `add-file.PAKN-2026-000123`.
 */
const numberIn = (page: string, form: string): string | undefined =>
  /^\/can-bo\/ho-so\/([\w.-]{1,40})$/.exec(page)?.[1] ?? /^add-file\.([\w-]{1,40})$/.exec(form)?.[1];
const stepIn = (form: string) => StepName.safeParse(form.split('.')[0]).data;

async function placeOf(db: Db | Transaction, viewer: Viewer, { page, form }: { page: string; form: string }) {
  const number = numberIn(page, form);
  const place = { staffId: viewer.id, page, form };
  if (number === undefined) return { ...place, caseId: null, round: 0 };
  const found = await findDraftCase(db, viewer, number, starts);
  if (!found)
    throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.');
  if (found.erasedAt)
    throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xóa: không lưu nháp được.');
  return { ...place, caseId: found.id, round: found.round };
}

/**
 * Keeps what is being written in the place of what was kept before. What came there from another page or machine since
 * `revision` is not written over: it is set aside, to be taken back. Throws `not-found` for a case that the viewer never
 * could open, `wrong-status` when they have as many drafts as one can have.
 */
export async function keepOwnDraft(portal: Portal, viewer: Viewer, input: KeepOwnDraft) {
  const { db, keys } = portal;
  const now = portal.now();
  const { values, address, revision } = input;
  return await db.transaction().execute(async (trx) => {
    const place = await placeOf(trx, viewer, input);
    await holdDrafts(trx, viewer.id);
    const standing = await findOwnDraft(trx, place);
    const next = {
      revision: Math.max(revision, standing?.revision ?? 0) + 1,
      savedAt: now,
      expiresAt: daysAfter(now, draftDays),
    };
    const told = (id: string) => ({ id, revision: next.revision, savedAt: now.toISOString() });
    const before = standing && unsealOwnDraft(keys, standing, standing.sealed)?.values;
    const isSame = before !== undefined && canonicalJson(before) === canonicalJson(values);
    if (standing && (standing.revision === revision || isSame)) {
      const sealed = sealOwnDraft(keys, standing, { address, values });
      await updateOwnDraft(trx, standing.id, { ...next, sealed });
      return told(standing.id);
    }
    if (standing) await setAside(trx, standing.id, now);
    if ((await countOwnDrafts(trx, viewer.id)) >= mostDrafts)
      throw new Problem(
        'wrong-status',
        `Mỗi người lưu nhiều nhất ${mostDrafts} bản nháp. Hãy bỏ bớt tại trang Bản nháp của tôi.`,
      );
    const owner = { id: randomUUID(), staffId: viewer.id };
    const sealed = sealOwnDraft(keys, owner, { address, values });
    await insertOwnDraft(trx, { ...place, ...next, id: owner.id, sealed });
    return told(owner.id);
  });
}

const setAside = (trx: Transaction, id: string, now: Date) =>
  updateOwnDraft(trx, id, { droppedAt: now, expiresAt: daysAfter(now, droppedDays) });

/** The drafts of an officer, the newest first, those that were thrown away and can be taken back among them. */
export async function draftsOf(portal: Portal, viewer: Viewer, page?: string): Promise<OwnDraft[]> {
  const { db, keys } = portal;
  const rows = await listOwnDrafts(db, { staffId: viewer.id, page, now: portal.now() });
  const ids = rows.flatMap(({ caseId }) => caseId ?? []);
  const cases = await listDraftCases(db, viewer, [...new Set(ids)], starts);
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  return rows.flatMap((row): OwnDraft[] => {
    const opened = unsealOwnDraft(keys, row, row.sealed);
    if (!opened) return [];
    const { id, page: at, form, revision, caseId } = row;
    const ofCase = caseId ? caseOf.get(caseId) : undefined;
    const step = stepIn(form);
    return [
      {
        ...{ id, page: at, form, revision, ...opened },
        title: ofCase && step ? steps[step].label : titleOfPage(at),
        caseNumber: ofCase?.number ?? null,
        writer: row.writer,
        savedAt: row.savedAt.toISOString(),
        droppedAt: row.droppedAt?.toISOString() ?? null,
        expiresAt: row.expiresAt.toISOString(),
        isOpen:
          caseId === null ||
          (ofCase !== undefined &&
            step !== undefined &&
            ofCase.isVisible &&
            !ofCase.erasedAt &&
            ofCase.round === row.round &&
            isAllowed(step, ofCase.status, viewer.role)),
      },
    ];
  });
}

const noSuchDraft = () => new Problem('not-found', 'Không có bản nháp này, hoặc đã hết thời gian giữ.');

/** Throws a draft away; it can be taken back for some days. Done twice it changes nothing. */
export async function dropOwnDraft(portal: Portal, viewer: Viewer, id: string): Promise<void> {
  await portal.db.transaction().execute(async (trx) => {
    await holdDrafts(trx, viewer.id);
    const row = await findOwnDraftById(trx, viewer.id, id);
    if (!row) throw noSuchDraft();
    if (!row.droppedAt) await setAside(trx, id, portal.now());
  });
}

/** Takes back what was thrown away; what stands in its place meanwhile is set aside in turn. */
export async function takeBackOwnDraft(portal: Portal, viewer: Viewer, id: string): Promise<void> {
  const now = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    await holdDrafts(trx, viewer.id);
    const row = await findOwnDraftById(trx, viewer.id, id);
    if (!row || row.expiresAt <= now) throw noSuchDraft();
    if (!row.droppedAt) return;
    const standing = await findOwnDraft(trx, row);
    if (standing) await setAside(trx, standing.id, now);
    await updateOwnDraft(trx, id, {
      droppedAt: null,
      revision: Math.max(row.revision, standing?.revision ?? 0) + 1,
      expiresAt: daysAfter(now, draftDays),
    });
  });
}

/** What was written for a form that is no step of a case goes once it is sent. */
export const forgetSentDraft = async (
  { db }: Portal,
  { id: staffId }: Viewer,
  place: { page: string; form: string },
): Promise<void> => await deleteSentDraft(db, { staffId, ...place });

/** Job: forgets the drafts whose time is over; those of closed accounts wait longer, for who takes over. */
export const purgeOwnDrafts = async ({ db, now }: Portal): Promise<void> =>
  await deleteOwnDraftsUntil(db, now(), closedAccountDays - draftDays);
