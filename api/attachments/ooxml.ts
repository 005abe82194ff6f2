// Word and Excel files (ECMA-376): told from any other archive by what they say of their parts; no macros. Pure.
import { readZip, unpackedBytes, unzipEntry, type ZipEntry } from '../archives/zip.ts';

export type OoxmlFinding = { kind: 'docx' | 'xlsx' } | { refused: string };

/** Together, unpacked: far more than a document of 10 MB needs, far less than a bomb. */
const maxUnpackedBytes = 300 * 1024 * 1024;
const maxContentTypesBytes = 1024 * 1024;

const mainParts = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;
const runsCode = /vbaproject|macrosheet|macroenabled|vnd\.ms-office\.activex/i;

export const notOffice = 'Tệp này không phải Word (DOCX) hay Excel (XLSX) đúng chuẩn. Hãy lưu lại rồi gửi.';
const macros = 'Tệp có macro (mã chạy được) nên không nhận. Hãy lưu lại dạng không macro, hoặc dạng PDF.';
const locked = 'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.';
const bomb = 'Tệp nén bung ra quá lớn nên không nhận. Hãy lưu lại dạng PDF rồi gửi.';

/** What an archive is: a document of Word, a workbook of Excel, or the sentence of its refusal. */
export function findOoxml(file: Buffer): OoxmlFinding {
  const entries = readZip(file);
  if (!entries) return { refused: notOffice };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { refused: locked };
  // Counted while unpacking: what an archive declares of itself is nothing to go by.
  const unpacked = unpackedBytes(file, entries, maxUnpackedBytes);
  if (unpacked === 'too-large') return { refused: bomb };
  if (unpacked === 'broken') return { refused: notOffice };
  const types = contentTypesOf(file, entries);
  if (types === undefined || !entries.some(({ name }) => name === '_rels/.rels'))
    return { refused: notOffice };
  if (runsCode.test(types) || entries.some(({ name }) => runsCode.test(name))) return { refused: macros };
  const kind = (['docx', 'xlsx'] as const).find((known) => types.includes(`"${mainParts[known]}"`));
  return kind ? { kind } : { refused: notOffice };
}

function contentTypesOf(file: Buffer, entries: ZipEntry[]): string | undefined {
  const entry = entries.find(({ name }) => name === '[Content_Types].xml');
  const bytes = entry && unzipEntry(file, entry, maxContentTypesBytes);
  // In UTF-16, the words looked for would hide behind zero bytes.
  return bytes && !bytes.includes(0) ? bytes.toString('utf8').replaceAll("'", '"') : undefined;
}
