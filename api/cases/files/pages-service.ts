// An attachment looked at as drawn pages, without opening the original on the officer's machine.
import { runConfined } from '../../confined/run.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { fileForStaff, held } from './download-service.ts';
import { drawnOnce } from '../../attachments/tools/kept-pages.ts';
import type { PageAsked, PageDrawn } from '../../attachments/tools/pages-task.ts';

const widest = 1400;
const limits = { seconds: 20, megabytes: 500 };

const sentences = {
  locked: 'Tệp PDF có mật khẩu nên không xem trang được. Hãy đề nghị người gửi bỏ mật khẩu.',
  broken: 'Không vẽ được trang của tệp này. Tải tệp về và mở cẩn thận nếu thật cần.',
  other: 'Tệp Word, Excel chưa xem trang được. Tải tệp về, mở ở chế độ bảo vệ (Protected View).',
};

export type PageView = { pages: number; picture: Uint8Array; width: number; height: number };
type Drawn = { pages: number; picture: Uint8Array | null; width: number; height: number };

/**
 * One page as a WebP picture; pictures have one page. For staff who may see the case, and noted as a look at it.
 * Throws `not-found` for what is not there, `file-held` for what cannot be shown, with the reason.
 */
export async function pageForStaff(
  portal: Portal,
  viewer: Viewer,
  { number, id, page }: { number: string; id: string; page: number },
): Promise<PageView> {
  const row = await fileForStaff(portal, viewer, number, id);
  const why = held[row.state];
  if (why) throw new Problem('file-held', why);
  if (row.kind === 'docx' || row.kind === 'xlsx') throw new Problem('file-held', sentences.other);
  const { pages, picture, ...size } = await drawnOnce(`${row.fileKey} ${page}`, async () => {
    const bytes = await portal.files.get(row.fileKey);
    if (!bytes) throw new Error('the file of an attachment is not in the store');
    return row.kind === 'pdf' ? await drawPage(bytes, page) : await wholePicture(bytes, page);
  });
  if (!picture) throw new Problem('not-found', `Tệp chỉ có ${pages} trang.`);
  return { pages, picture, ...size };
}

/** Pictures were drawn anew when they came in; here they are only made smaller. */
async function wholePicture(bytes: Buffer, page: number): Promise<Drawn> {
  if (page !== 1) return { pages: 1, picture: null, width: 0, height: 0 };
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { pages: 1, picture: data, width: info.width, height: info.height };
}

async function drawPage(bytes: Buffer, page: number): Promise<Drawn> {
  const outcome = await runConfined<PageAsked, PageDrawn>(
    new URL('../../attachments/tools/pages-task.ts', import.meta.url),
    { bytes, page, widest },
    limits,
  );
  if (!('done' in outcome)) throw new Problem('file-held', sentences.broken);
  if ('refused' in outcome.done) throw new Problem('file-held', sentences[outcome.done.refused]);
  return outcome.done;
}
