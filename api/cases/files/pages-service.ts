// An attachment looked at as drawn pages, without opening the original on the officer's machine.
import { noteRead } from '../reading/reads-service.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { runConfined } from '../../confined/run.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { held } from './download-service.ts';
import type { PageAsked, PageDrawn } from '../../attachments/tools/pages-task.ts';
import { findAttachment } from '../../attachments/repository.ts';

const widest = 1400;
const limits = { seconds: 20, megabytes: 500 };
const nothingHere = () => new Problem('not-found', 'Không có tệp này trong hồ sơ.');

const sentences = {
  locked: 'Tệp PDF có mật khẩu nên không xem trang được. Hãy đề nghị người gửi bỏ mật khẩu.',
  broken: 'Không vẽ được trang của tệp này. Tải tệp về và mở cẩn thận nếu thật cần.',
  other: 'Tệp Word, Excel chưa xem trang được. Tải tệp về, mở ở chế độ bảo vệ (Protected View).',
};

export type PageView = { name: string; pages: number; picture: Uint8Array };

/**
 * One page as a WebP picture; pictures have one page. For staff who may see the case, and noted as a look at it.
 * Throws `not-found` for what is not there, `file-held` for what cannot be shown, with the reason.
 */
export async function pageForStaff(
  portal: Portal,
  viewer: Viewer,
  { number, id, page }: { number: string; id: string; page: number },
): Promise<PageView> {
  const caseId = await findCaseId(portal.db, viewer, number);
  const row = caseId && (await findAttachment(portal.db, caseId, id));
  if (!row) throw nothingHere();
  await noteRead(portal.db, viewer, { ...row, id: row.caseId }, portal.now(), 'file');
  const why = held[row.state];
  if (why) throw new Problem('file-held', why);
  if (row.kind === 'docx' || row.kind === 'xlsx') throw new Problem('file-held', sentences.other);
  const bytes = await portal.files.get(row.fileKey);
  if (!bytes) throw new Error('the file of an attachment is not in the store');
  const { pages, picture } =
    row.kind === 'pdf' ? await drawPage(bytes, page) : await wholePicture(bytes, page);
  if (!picture) throw new Problem('not-found', `Tệp chỉ có ${pages} trang.`);
  return { name: row.name ?? '', pages, picture };
}

/** Pictures were drawn anew when they came in; here they are only made smaller. */
async function wholePicture(bytes: Buffer, page: number) {
  if (page !== 1) return { pages: 1, picture: null };
  const { default: sharp } = await import('sharp');
  const picture = await sharp(bytes)
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  return { pages: 1, picture };
}

async function drawPage(bytes: Buffer, page: number) {
  const outcome = await runConfined<PageAsked, PageDrawn>(
    new URL('../../attachments/tools/pages-task.ts', import.meta.url),
    { bytes, page, widest },
    limits,
  );
  if (!('done' in outcome)) throw new Problem('file-held', sentences.broken);
  if ('refused' in outcome.done) throw new Problem('file-held', sentences[outcome.done.refused]);
  return outcome.done;
}
