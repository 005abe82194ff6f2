// Giving an attachment back: to its sender and to staff who may see the case, as a download and nothing else.
import { noteRead } from '../reading/reads-service.ts';
import { findProvenCase } from '../sender/lookup-service.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { kinds } from '../../attachments/labels.ts';
import { disposition, generatedName } from '../../attachments/name.ts';
import { findAttachment } from '../../attachments/repository.ts';
import type { AttachmentState } from '../../attachments/schema.ts';
import type { OpenAttachment } from './schema.ts';

export type Download = { bytes: Buffer; headers: Record<string, string> };

/** Why a file in this state is given to nobody. */
export const held: Partial<Record<AttachmentState, string>> = {
  waiting: 'Tệp đang chờ quét mã độc. Hãy thử lại sau ít phút.',
  infected: 'Tệp có mã độc nên không được phát cho ai.',
  erased: 'Tệp đã được xóa theo yêu cầu.',
};
const nothingHere = () => new Problem('not-found', 'Không có tệp này trong hồ sơ.');

/** For staff who may see the case, and noted as a look at it; otherwise neither case nor file is there. */
export async function downloadForStaff(portal: Portal, viewer: Viewer, number: string, id: string) {
  const caseId = await findCaseId(portal.db, viewer, number);
  const row = caseId && (await findAttachment(portal.db, caseId, id));
  if (!row) throw nothingHere();
  await noteRead(portal.db, viewer, { ...row, id: row.caseId }, portal.now(), 'file');
  return await download(portal, row);
}

/** For who proves the case with its number and secret. */
export async function downloadForSender(portal: Portal, { id, ...key }: OpenAttachment) {
  const { id: caseId } = await findProvenCase(portal, key);
  const row = await findAttachment(portal.db, caseId, id);
  if (!row) throw nothingHere();
  return await download(portal, row);
}

type Found = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

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
