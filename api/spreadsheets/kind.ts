// What a file is by its first bytes, and one helpful sentence for each kind that is not read. Pure.

export const saveAsXlsx = 'Hãy mở bằng Excel, lưu thành .xlsx (Excel Workbook) rồi gửi lại.';

const sentences = {
  empty: 'Tệp rỗng (0 byte). Hãy chọn lại tệp.',
  old: `Tệp Excel đời cũ (.xls, kể cả khi tên đã đổi thành .xlsx) hoặc có mật khẩu. ${saveAsXlsx} Có mật khẩu thì bỏ mật khẩu trước.`,
  html: `Tệp là trang web mang tên bảng tính (phần mềm xuất ra dạng HTML). ${saveAsXlsx}`,
  xml: `Tệp là XML Spreadsheet 2003, không phải .xlsx. ${saveAsXlsx}`,
  ods: `Tệp OpenDocument (.ods). ${saveAsXlsx}`,
  xlsb: `Tệp Excel nhị phân (.xlsb). ${saveAsXlsx}`,
  macros: 'Tệp có macro (.xlsm) hoặc là mẫu. Hãy lưu thành .xlsx (Excel Workbook, không macro) rồi gửi lại.',
  locked: 'Tệp có mật khẩu. Hãy bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.',
  other: 'Tệp không phải XLSX hoặc CSV. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
  broken: `Tệp XLSX bị hỏng hoặc thiếu phần. ${saveAsXlsx}`,
  bomb: 'Tệp bung ra quá lớn. Hãy chép phần số liệu sang một tệp mới rồi gửi lại.',
  encoding: `Tệp CSV không phải Unicode (UTF-8) nên không chắc đọc đúng dấu. ${saveAsXlsx}`,
} as const;
export type BookRefusal = keyof typeof sentences;
export const refusedBook = (why: BookRefusal): { refused: string } => ({ refused: sentences[why] });

/** `zip`: perhaps XLSX; `text`: perhaps CSV. */
export function kindOf(bytes: Uint8Array): 'zip' | 'text' | { refused: string } {
  if (bytes.length === 0) return refusedBook('empty');
  const starts = (...first: number[]) => first.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return refusedBook('old');
  // BIFF 2 to 8 without a container: a BOF record.
  if (
    bytes[0] === 0x09 &&
    [0, 2, 4, 8].includes(bytes[1] ?? -1) &&
    [4, 6, 8, 16].includes(bytes[2] ?? -1) &&
    bytes[3] === 0
  )
    return refusedBook('old');
  const unzeroed = bytes.subarray(0, 4096).filter((byte) => byte !== 0);
  const head = new TextDecoder('latin1')
    .decode(unzeroed)
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<div|<style)/.test(head)) return refusedBook('html');
  if (head.startsWith('<?xml') || head.startsWith('<workbook'))
    return refusedBook(head.includes('<html') ? 'html' : head.includes('spreadsheet') ? 'xml' : 'other');
  if (head.startsWith('mime-version:')) return refusedBook('html');
  if (/^(?:%pdf|\{\\rtf|\x89png|gif8|ÿøÿ|id;p)/.test(head)) return refusedBook('other');
  return 'text';
}
