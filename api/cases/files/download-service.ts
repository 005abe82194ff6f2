// Giving an attachment back: to its sender and to staff who may see the case, as a download and nothing else.
import { noteRead } from '../reading/reads-service.ts';
import { findProvenCase } from '../sender/lookup-service.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { kinds } from '../../attachments/labels.ts';
import { disposition, generatedName } from '../../attachments/name.ts';
import { isForSender } from '../../attachments/office-file.ts';
import { findAttachment } from '../../attachments/repository.ts';
import type { AttachmentState } from '../../attachments/schema.ts';
import { maySeeFile } from './office-file-rules.ts';
import type { OpenAttachment } from './schema.ts';

export type Download = { bytes: Buffer; headers: Record<string, string> };

/** Why a file in this state is given to nobody. */
export const held: Partial<Record<AttachmentState, string>> = {
  waiting: 'Tệp đang chờ quét mã độc. Hãy thử lại sau ít phút.',
  infected: 'Tệp có mã độc nên không được phát cho ai.',
  erased: 'Tệp đã được xóa theo yêu cầu.',
};
const nothingHere = () => new Problem('not-found', 'Không có tệp này trong hồ sơ.');

/**
 * A file for staff who may see the case, and noted as a look at it; otherwise neither case nor file is there. One that tells
 * who sent the case is there for those alone who may know.
 */
export async function fileForStaff(
  portal: Portal,
  viewer: Viewer,
  number: string,
  id: string,
): Promise<Found> {
  const caseId = await findCaseId(portal.db, viewer, number);
  const row = caseId && (await findAttachment(portal.db, caseId, id));
  if (!row || (row.purpose !== null && !maySeeFile(row.purpose, viewer, row))) throw nothingHere();
  await noteRead(portal.db, viewer, { ...row, id: row.caseId }, portal.now(), 'file');
  return row;
}

/** For staff, as a download. */
export const downloadForStaff = async (portal: Portal, viewer: Viewer, number: string, id: string) =>
  await download(portal, await fileForStaff(portal, viewer, number, id));

/** For who proves the case with its number and secret. */
export async function downloadForSender(portal: Portal, { id, ...key }: OpenAttachment) {
  const { id: caseId } = await findProvenCase(portal, key);
  const row = await findAttachment(portal.db, caseId, id);
  if (!row || !isForSender(officeFileOf(row))) throw nothingHere();
  // The office's own name for a file is between officers.
  return await download(portal, row.purpose === null ? row : { ...row, name: null });
}

export type Found = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

const officeFileOf = ({ purpose, ...given }: Found) => (purpose === null ? null : { purpose, ...given });

async function download({ files }: Portal, row: Found): Promise<Download> {
  const why = held[row.state];
  if (why) throw new Problem('file-held', why);
  const bytes = await files.get(row.fileKey);
  if (!bytes) throw new Error('the file of an attachment is not in the store');
  const generated = generatedName(row.number, row.place ?? 0, row.kind);
  return {
    bytes,
    headers: {
      'content-type': kinds[row.kind].mime,
      'content-length': String(bytes.length),
      'content-disposition': disposition(generated, row.name ?? generated),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  };
}
