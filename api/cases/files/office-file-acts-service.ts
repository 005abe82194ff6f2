// What becomes of a file of the office: shown to the sender, withdrawn, erased; and how the case shows it to staff.
import { purgeUploads } from '../../attachments/purge-service.ts';
import { eraseAttachments } from '../../attachments/repository.ts';
import { localDate, vietnameseDate } from '../../dates/dates.ts';
import type { Transaction } from '../../db/open.ts';
import { log } from '../../http/log.ts';
import type { Portal } from '../../portal/portal.ts';
import { Problem } from '../../problems/problem.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import type { LockedCase } from '../event-repository.ts';
import { findHold } from '../privacy/retention-repository.ts';
import { listSealedFiles, listSealedOfficeFiles } from '../seals/sealed-repository.ts';
import { sealedOfficeFile } from '../seals/seal.ts';
import { recordStep } from '../steps/record-service.ts';
import {
  findOfficeFile,
  forgetFileSalt,
  markOfficeFile,
  type OfficeFileRow,
} from './office-file-repository.ts';
import { fileActs, fileHindrance, maySeeFile, type FileAct } from './office-file-rules.ts';
import type { OfficeFileView } from './office-file-schema.ts';
import { giveWithin, lockVisibleCase } from './office-file-service.ts';

type Which = { number: string; id: string };
type Held = { trx: Transaction; row: LockedCase; file: OfficeFileRow; at: Date };

/** Holds the case and the file for an act; refused as `not-found`, `forbidden` or `wrong-status`. */
async function onFile(
  portal: Portal,
  viewer: Viewer,
  { number, id }: Which,
  act: FileAct,
  work: (held: Held) => Promise<unknown>,
): Promise<void> {
  const at = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    const row = await lockVisibleCase(trx, viewer, number);
    const file = await findOfficeFile(trx, row.id, id);
    if (!file) throw new Problem('not-found', 'Không có tệp này trong các tệp của cơ quan.');
    const hindrance = fileHindrance(act, file, row, viewer);
    if (hindrance) throw new Problem(hindrance.code, hindrance.detail);
    await work({ trx, row, file, at });
  });
}

/** Shows a signed reply to the sender of its case. */
export const giveOfficeFile = (portal: Portal, viewer: Viewer, which: Which): Promise<void> =>
  onFile(portal, viewer, which, 'give', ({ trx, row, file: { id, place }, at }) =>
    giveWithin(trx, portal, viewer, { row, id, place, at }),
  );

/** Strikes a file out: it stays with the case, and the sender has it no more. */
export const withdrawOfficeFile = (
  portal: Portal,
  viewer: Viewer,
  which: Which,
  reason: string,
): Promise<void> =>
  onFile(portal, viewer, which, 'withdraw', async ({ trx, row, file: { id, place }, at }) => {
    const mark = { withdrawnBy: viewer.id, withdrawnAt: at };
    await markOfficeFile(trx, id, mark);
    await recordStep(trx, portal, {
      row,
      step: 'withdraw-file',
      to: row.status,
      actor: actorOf(viewer),
      at,
      data: { officeFile: place },
      text: { kind: 'note', text: reason },
      sealed: [sealedOfficeFile(place, mark)],
    });
  });

/** Erases name, note and content of a file for good; that it was there stays. A case that is held back keeps it. */
export async function eraseOfficeFile(
  portal: Portal,
  viewer: Viewer,
  which: Which,
  reason: string,
): Promise<void> {
  await onFile(portal, viewer, which, 'erase', async ({ trx, row, file: { id, place }, at }) => {
    const hold = await findHold(trx, row.id, localDate(at));
    if (hold)
      throw new Problem(
        'wrong-status',
        `Hồ sơ đang được giữ lại, không hủy${hold.untilOn === null ? '' : ` đến hết ngày ${vietnameseDate(hold.untilOn)}`}. Rút tệp thay vì xóa, hoặc bỏ giữ trước.`,
      );
    await eraseAttachments(trx, row.id, at, id);
    await forgetFileSalt(trx, row.id, place);
    const isThis = ({ key }: { key?: number }) => key === place;
    await recordStep(trx, portal, {
      row,
      step: 'erase-file',
      to: row.status,
      actor: actorOf(viewer),
      at,
      data: { officeFile: place },
      text: { kind: 'note', text: reason },
      sealed: [
        ...(await listSealedFiles(trx, [row.id])).filter(isThis),
        ...(await listSealedOfficeFiles(trx, [row.id])).filter(isThis),
      ],
    });
  });
  // Gone at once; what fails now is done by the job.
  await purgeUploads(portal).catch((error: unknown) =>
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'an erased file left for the job'),
  );
}

/** A file of the office as a viewer of its case sees it. */
export function officeFileView(
  file: OfficeFileRow,
  row: Parameters<typeof fileHindrance>[2],
  viewer: Viewer,
): OfficeFileView {
  const isWithheld = !maySeeFile(file.purpose, viewer, row);
  const { id, place, kind, bytes, state, purpose, datedOn, documentId, documentNumber } = file;
  return {
    ...{ id, place, kind, bytes, state, purpose, datedOn, isWithheld },
    findings: file.findings,
    sha256: isWithheld ? null : file.sha256,
    name: isWithheld ? '' : (file.name ?? ''),
    note: isWithheld ? null : file.note,
    document: documentId && documentNumber ? { id: documentId, number: documentNumber } : null,
    addedBy: file.adder,
    addedAt: file.addedAt.toISOString(),
    givenAt: file.givenAt?.toISOString() ?? null,
    withdrawn: file.withdrawnAt && { at: file.withdrawnAt.toISOString(), by: file.withdrawer },
    may: fileActs.filter((act) => fileHindrance(act, file, row, viewer) === undefined),
  };
}
