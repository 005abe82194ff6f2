// What a document can do besides being read: what is told to the officer and what is refused, as data. Pure.
import { z } from 'zod';

type Rule = { says: string } | { refuse: string };

/** Refused is what no letter to an office needs and what harms by being opened; what honest files also hold is told. */
export const findingRules = {
  'pdf-script': { says: 'PDF có mã JavaScript chạy khi mở' },
  'pdf-launch': {
    refuse:
      'Tệp PDF có lệnh mở chương trình khác trên máy người đọc nên không nhận. Hãy in lại thành PDF rồi gửi.',
  },
  'pdf-attached': { says: 'PDF đính kèm tệp khác bên trong' },
  'pdf-xfa': { says: 'PDF là biểu mẫu động (XFA)' },
  'pdf-media': { says: 'PDF nhúng âm thanh, phim hoặc nội dung động' },
  'pdf-sends': { says: 'PDF có lệnh gửi dữ liệu hoặc mở tệp khác' },
  'pdf-locked': { says: 'PDF có mã hóa nên chưa xét được hết bên trong' },
  'pdf-unread': { says: 'PDF có phần nén lạ nên chưa xét được hết bên trong' },
  'two-kinds': {
    refuse: 'Tệp vừa là PDF vừa là tệp loại khác nên không nhận. Hãy in lại thành PDF rồi gửi.',
  },
  'office-dde': {
    refuse:
      'Tệp có lệnh DDE (gọi chương trình khác khi mở) nên không nhận. Hãy xóa trường đó, hoặc lưu thành PDF rồi gửi.',
  },
  'office-template': {
    refuse: 'Tệp lấy mẫu (template) từ một máy khác khi mở nên không nhận. Hãy lưu thành PDF rồi gửi.',
  },
  'office-program': {
    refuse: 'Tệp nhúng chương trình chạy được nên không nhận. Hãy bỏ phần nhúng, hoặc lưu thành PDF rồi gửi.',
  },
  'office-object': { says: 'Tệp nhúng đối tượng khác (OLE), đừng bấm mở đối tượng' },
  'office-linked': { says: 'Tệp lấy nội dung từ nơi khác khi mở' },
  'office-data': { says: 'Tệp có kết nối lấy dữ liệu từ nơi khác' },
} as const satisfies Record<string, Rule>;

export type Finding = keyof typeof findingRules;
export const Finding = z.enum(Object.keys(findingRules) as [Finding, ...Finding[]]);

/** The sentence for who sent a file that is refused for what it holds; undefined: it may be kept. */
export function refusalFor(findings: readonly Finding[]): string | undefined {
  for (const finding of findings) {
    const rule: Rule = findingRules[finding];
    if ('refuse' in rule) return rule.refuse;
  }
  return undefined;
}

/** What the officer is told beside the download; null where nothing needs saying. */
export function warningOf(findings: readonly string[] | null, isDocument: boolean): string | null {
  if (findings === null)
    return isDocument ? 'Nhận trước khi cổng xét nội dung chạy được, nên xem trang thay vì mở tệp' : null;
  const said = findings.flatMap((finding) => {
    const rule: Rule | undefined = findingRules[finding as Finding];
    return rule && 'says' in rule ? [rule.says] : [];
  });
  return said.length === 0 ? null : `Cẩn thận: ${said.join('; ')}. Nên xem trang thay vì mở tệp`;
}
