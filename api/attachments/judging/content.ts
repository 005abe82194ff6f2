// What a file is, by its content alone; its name and its declared type are not asked.
import { fileTypeFromBuffer } from 'file-type';
import { findOoxml } from '../ooxml.ts';
import { maxFileBytes } from '../upload.ts';
import { redraw } from './image.ts';
import { refuseFile, type JudgedFile } from './refusal.ts';

const sentences = {
  empty: 'Tệp rỗng (0 byte). Hãy chọn lại tệp.',
  tooLarge: `Tệp lớn hơn ${maxFileBytes / 1024 / 1024} MB. Hãy giảm cỡ ảnh, hoặc chia tài liệu thành nhiều tệp.`,
  other:
    'Chỉ nhận ảnh JPEG, PNG, WebP, HEIC, tệp PDF, Word (DOCX) và Excel (XLSX). Nội dung tệp này không thuộc loại nào.',
  oldOffice: 'Tệp Word, Excel đời cũ hoặc có mật khẩu. Hãy lưu lại dạng DOCX, XLSX không mật khẩu, hoặc PDF.',
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
      return { kind: 'pdf', bytes };
    case 'application/x-cfb':
      throw refuseFile(sentences.oldOffice);
  }
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return judgeArchive(bytes);
  throw refuseFile(sentences.other);
}

function judgeArchive(bytes: Buffer): JudgedFile {
  const finding = findOoxml(bytes);
  if ('refused' in finding) throw refuseFile(finding.refused);
  return { kind: finding.kind, bytes };
}
