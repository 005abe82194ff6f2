// The fields of templates: what may stand between double braces, and what each gives. Pure.

export type FieldName = keyof typeof fields;
/** What each field gives for one case; undefined: the case has none, a line of dots is left to fill in. */
export type FieldValues = Partial<Record<FieldName, string>>;

/** `personal`: may name somebody or hold typed words, so it is refused where a text is kept after erasure. */
export const fields = {
  'mã hồ sơ': { gives: 'PAKN-2026-000123', personal: false },
  'ngày nhận': { gives: 'ngày cơ quan nhận: 05/7/2026', personal: false },
  'người gửi': { gives: 'Ông/Bà và họ tên, hoặc tên tổ chức', personal: true },
  'địa chỉ': { gives: 'địa chỉ người gửi', personal: true },
  'xưng hô': { gives: 'Ông/Bà; với tổ chức là Quý đơn vị', personal: false },
  'tên cơ quan': { gives: 'tên đầy đủ của Sở', personal: false },
  'cơ quan': { gives: 'tên Sở, không kèm tên tỉnh', personal: false },
  'đơn vị xử lý': { gives: 'đơn vị được giao hồ sơ', personal: false },
  'thủ tục': { gives: 'tên thủ tục mà hồ sơ nói đến', personal: false },
  'loại đơn': { gives: 'khiếu nại, tố cáo hoặc đến nơi có thẩm quyền', personal: false },
  'lời của cán bộ': {
    gives: 'điều cán bộ đã viết ở bước đó: lý do, câu hỏi, hướng dẫn, nội dung trả lời',
    personal: true,
  },
  'kết quả xử lý': { gives: 'hồ sơ đã kết thúc thế nào, kèm nội dung trả lời', personal: true },
  'hạn trả lời': { gives: 'hạn trả lời của hồ sơ: 05/8/2026', personal: false },
  'câu về hạn bổ sung': { gives: 'câu nói hạn bổ sung và việc tạm dừng thời hạn', personal: false },
  'cơ quan nhận': { gives: 'cơ quan được chuyển hồ sơ đến', personal: true },
  'cơ quan chuyển đến': { gives: 'cơ quan đã chuyển hồ sơ cho Sở', personal: true },
  'văn bản chuyển đến': { gives: 'số và ngày văn bản mà cơ quan đó đã chuyển', personal: true },
} as const satisfies Record<string, { gives: string; personal: boolean }>;

export const fieldNames = Object.keys(fields) as FieldName[];

const known = new Map(fieldNames.map((name) => [tidy(name), name]));

function tidy(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

/** The field of a name as it was typed: spaces and capitals aside. */
export const fieldOf = (typed: string): FieldName | undefined => known.get(tidy(typed));
