// Files of the office join a case, each with an event of its own: what is withdrawn or erased later is one file.
import { attachUploads, claimUploads, type ClaimedUpload } from '../../attachments/attach-service.ts';
import {
  mostOfficeFiles,
  officeFilePurposes,
  type OfficeFilePurpose,
} from '../../attachments/office-file.ts';
import { countPlaces } from '../../attachments/repository.ts';
import { localDate } from '../../dates/dates.ts';
import type { Transaction } from '../../db/open.ts';
import type { Portal } from '../../portal/portal.ts';
import { Problem } from '../../problems/problem.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import { lockCase, type LockedCase } from '../event-repository.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { sealedFiles, sealedOfficeFile } from '../seals/seal.ts';
import { whyGone } from '../steps/gone-service.ts';
import { recordStep } from '../steps/record-service.ts';
import { mayAddFiles } from '../visibility.ts';
import {
  countOfficeFiles,
  findOwnDocument,
  insertOfficeFile,
  listCoUnits,
  markOfficeFile,
} from './office-file-repository.ts';
import { dayOf, maySeeFile, whyNotGiven } from './office-file-rules.ts';
import type { AddOfficeFiles } from './office-file-schema.ts';

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

/** The case of this number that a viewer sees, locked for a change. Throws `not-found`, or `wrong-status` once it is erased. */
export async function lockVisibleCase(
  trx: Transaction,
  viewer: Viewer,
  number: string,
): Promise<LockedCase & { coUnits: string[] }> {
  const id = await findCaseId(trx, viewer, number);
  if (!id) throw new Problem('not-found', await whyGone(trx, viewer, number));
  const row = await lockCase(trx, id);
  if (row.erasedAt) throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xóa.');
  return { ...row, coUnits: await listCoUnits(trx, id) };
}

/** Adds uploads to a case as files of the office; all or none. Returns how many. */
export async function addOfficeFiles(
  portal: Portal,
  viewer: Viewer,
  number: string,
  input: AddOfficeFiles,
): Promise<number> {
  const at = portal.now();
  return await portal.db.transaction().execute(async (trx) => {
    const uploads = await claimUploads(trx, portal, input.attachments);
    const row = await lockVisibleCase(trx, viewer, number);
    requireMayAdd(viewer, row, input.purpose);
    const document = input.documentId && (await findOwnDocument(trx, row.id, input.documentId));
    if (input.documentId && !document)
      throw invalid('/documentId', 'Số văn bản này không có trong sổ văn bản đi của hồ sơ, hoặc đã hủy.');
    const day = dayOf(input.datedOn, document || undefined, localDate(at));
    if ('wrong' in day) throw invalid('/datedOn', day.wrong);
    const hindrance = input.give ? whyNotGiven(row, viewer) : undefined;
    if (hindrance) throw invalid('/give', hindrance.detail);
    const { purpose, note = null, documentId = null, give } = input;
    const added = { row, uploads, at, purpose, datedOn: day.on, note, documentId, give };
    await addWithin(trx, portal, viewer, added);
    return uploads.length;
  });
}

function requireMayAdd(
  viewer: Viewer,
  row: LockedCase & { coUnits: string[] },
  purpose: OfficeFilePurpose,
): void {
  // Whom a case complains of does not see it, and has been told that there is none.
  if (!mayAddFiles(viewer, { ...row, subjects: [] }))
    throw new Problem('forbidden', 'Vai trò đang dùng không thêm tệp vào hồ sơ này.');
  if (!maySeeFile(purpose, viewer, row))
    throw invalid(
      '/purpose',
      `“${officeFilePurposes[purpose].label}” có tên người gửi: chỉ người được biết ai gửi mới thêm được.`,
    );
}

export type Added = {
  row: LockedCase;
  uploads: readonly ClaimedUpload[];
  at: Date;
  purpose: OfficeFilePurpose;
  /** A day in Asia/Ho_Chi_Minh. */
  datedOn: string;
  note: string | null;
  documentId: string | null;
  give: boolean;
};

/** The same inside a transaction that holds the case and the uploads, for a viewer who may. */
export async function addWithin(
  trx: Transaction,
  portal: Portal,
  viewer: Viewer,
  { row, uploads, at, purpose, datedOn, note, documentId, give }: Added,
): Promise<void> {
  if ((await countOfficeFiles(trx, row.id)) + uploads.length > mostOfficeFiles)
    throw invalid('/attachments', `Mỗi hồ sơ giữ nhiều nhất ${mostOfficeFiles} tệp của cơ quan.`);
  const before = await countPlaces(trx, row.id);
  await attachUploads(trx, [...uploads], row.id, at);
  const actor = actorOf(viewer);
  let standing = row;
  for (const [index, upload] of uploads.entries()) {
    const place = before + index + 1;
    const by = { addedBy: viewer.id, addedAt: at };
    const said = { attachmentId: upload.id, purpose, datedOn, note, documentId, ...by };
    await insertOfficeFile(trx, { caseId: row.id, place, ...said });
    standing = await recordStep(trx, portal, {
      row: standing,
      step: 'add-file',
      to: standing.status,
      actor,
      at,
      data: { officeFile: place, purpose },
      sealed: [
        ...sealedFiles([upload], place - 1),
        sealedOfficeFile(place, {
          ...said,
          givenBy: null,
          givenAt: null,
          withdrawnBy: null,
          withdrawnAt: null,
        }),
      ],
    });
    if (give) standing = await giveWithin(trx, portal, viewer, { row: standing, id: upload.id, place, at });
  }
}

/** Shows one file to the sender of its case: allowed before, and the case is held. */
export async function giveWithin(
  trx: Transaction,
  portal: Portal,
  viewer: Viewer,
  { row, id, place, at }: { row: LockedCase; id: string; place: number; at: Date },
): Promise<LockedCase> {
  const mark = { givenBy: viewer.id, givenAt: at };
  await markOfficeFile(trx, id, mark);
  return await recordStep(trx, portal, {
    row,
    step: 'give-file',
    to: row.status,
    actor: actorOf(viewer),
    at,
    data: { officeFile: place },
    sealed: [sealedOfficeFile(place, mark)],
  });
}
