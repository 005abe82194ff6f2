// What a file is, by its content alone; its name and its declared type are not asked.
import { fileTypeFromBuffer } from 'file-type';
import { runConfined } from '../../../confined/run.ts';
import { refusalFor } from '../../findings.ts';
import { maxFileBytes } from '../../most.ts';
import type { JudgedDocument } from './document-task.ts';
import { redraw } from './image.ts';
import { refuseFile, type JudgedFile } from './refusal.ts';

const sentences = {
  empty: 'Tệp rỗng (0 byte). Hãy chọn lại tệp.',
  tooLarge: `Tệp lớn hơn ${maxFileBytes / 1024 / 1024} MB. Hãy giảm cỡ ảnh, hoặc chia tài liệu thành nhiều tệp.`,
  other:
    'Chỉ nhận ảnh JPEG, PNG, WebP, HEIC, tệp PDF, Word (DOCX) và Excel (XLSX). Nội dung tệp này không thuộc loại nào.',
  oldOffice: 'Tệp Word, Excel đời cũ hoặc có mật khẩu. Hãy lưu lại dạng DOCX, XLSX không mật khẩu, hoặc PDF.',
  unjudged:
    'Tệp này quá phức tạp nên cổng không xét được. Hãy lưu lại dạng PDF, hoặc chụp ảnh trang rồi gửi.',
  cutPdf: 'Tệp PDF bị thiếu phần cuối. Hãy tải lại hoặc xuất lại tệp rồi gửi.',
};

/**
 * Judges a file of at most 10 MB and returns what may be kept: images drawn anew without metadata, documents as they
 * are. Throws `invalid` with a sentence for everything else.
 */
export async function judgeFile(bytes: Buffer): Promise<JudgedFile> {
  if (bytes.length === 0) throw refuseFile(sentences.empty);
  if (bytes.length > maxFileBytes) throw refuseFile(sentences.tooLarge);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (found?.mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/apng':
    case 'image/webp':
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
      return await redraw(bytes, found.mime);
    case 'application/pdf':
      if (!bytes.subarray(-2048).includes('%%EOF')) throw refuseFile(sentences.cutPdf);
      return await judgeDocument(bytes);
    case 'application/x-cfb':
      throw refuseFile(sentences.oldOffice);
  }
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return await judgeDocument(bytes);
  throw refuseFile(sentences.other);
}

async function judgeDocument(bytes: Buffer): Promise<JudgedFile> {
  const outcome = await runConfined<Uint8Array, JudgedDocument>(
    new URL('./document-task.ts', import.meta.url),
    bytes,
    { seconds: 20, megabytes: 700 },
  );
  if (!('done' in outcome)) throw refuseFile(sentences.unjudged);
  const judged = outcome.done;
  if ('refused' in judged) throw refuseFile(judged.refused);
  const refused = refusalFor(judged.findings);
  if (refused) throw refuseFile(refused);
  return { kind: judged.kind, bytes, findings: judged.findings };
}
