// The command line of `npm run content:import`, parsed.
import { parseArgs } from 'node:util';
import { Day, Text } from '../text/published.ts';
import type { DecisionOp } from '../procedures/decisions/schema.ts';
import type { Review } from '../procedures/schema.ts';
import type { Told } from './import-decision.ts';

export const usage = [
  'Cách dùng: npm run content:import -- <tệp.xlsx | tệp.csv | tệp.json> [--decision <tên tệp trong content/decisions>] [--write]',
  '  Không có --write thì chỉ so sánh, không ghi gì.',
  '  Quyết định chưa có trong content/decisions: --number "…/QĐ-UBND" --signed 2026-10-05 --authority "…"',
  '    thêm nếu có: --effective <ngày> --received <ngày> --title "…" --file <đường dẫn tệp quyết định> --shortened (trình tự rút gọn). Danh mục ghi sẵn “Kèm theo Quyết định số … ngày … của …” thì khỏi nhập.',
  '  Đã có người đối chiếu với quyết định: --confirmed-by "chức danh" --confirmed-on <ngày>',
  '  Biểu đầy đủ và tệp JSON: --as amend | standardise | correct (sửa đổi | chuẩn hóa | đính chính; mặc định amend)',
  '  --rename: thủ tục trong nội dung chưa có mã nhận mã của tệp; tệp và địa chỉ trang của nó đổi tên.',
  '  --all liệt kê cả thủ tục không đổi và không được nêu. --sample cho phép ghi tệp mang dòng “Dữ liệu minh họa” (để thử ở bản sao).',
].join('\n');

export type ImportArguments = {
  file: string;
  write: boolean;
  all: boolean;
  sample: boolean;
  rename: boolean;
  decision: string | null;
  told: Told;
  changedBy: DecisionOp;
  review: Review;
};

/** Reads the arguments after `--`. Throws an Error with one Vietnamese line per wrong argument and the usage. */
export function readImportArguments(args: string[]): ImportArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    decision: text,
    number: text,
    signed: text,
    effective: text,
    received: text,
    authority: text,
    title: text,
    file: text,
    as: text,
    'confirmed-by': text,
    'confirmed-on': text,
    shortened: flag,
    write: flag,
    all: flag,
    sample: flag,
    rename: flag,
  };
  const refuse = (lines: string[]): never => {
    throw new Error([...lines, '', usage].join('\n'));
  };
  const parse = () => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch {
      return refuse(['Có tham số không hiểu được hoặc thiếu giá trị.']);
    }
  };
  const { values, positionals } = parse();
  const [file, ...more] = positionals;
  const wrong: string[] = [];
  if (!file || more.length > 0 || !/\.(xlsx?|xlsm|xlsb|ods|csv|txt|json)$/i.test(file))
    wrong.push('Cần đúng một tệp .xlsx, .csv hoặc .json để đọc.');
  for (const name of ['signed', 'effective', 'received', 'confirmed-on'] as const)
    if (values[name] !== undefined && !Day.safeParse(values[name]).success)
      wrong.push(`--${name}: cần một ngày viết dạng 2026-01-05.`);
  for (const name of ['number', 'authority', 'title', 'confirmed-by'] as const)
    if (values[name] !== undefined && !Text.safeParse(values[name]).success)
      wrong.push(`--${name}: cần một đoạn chữ.`);
  if (values.file !== undefined && !/^(\/|https?:\/\/)\S+$/.test(values.file))
    wrong.push('--file: cần một đường dẫn bắt đầu bằng / hoặc https://.');
  const as = values.as ?? 'amend';
  if (as !== 'amend' && as !== 'standardise' && as !== 'correct')
    wrong.push('--as: chỉ nhận amend, standardise hoặc correct.');
  const [by, on] = [values['confirmed-by'], values['confirmed-on']];
  if ((by === undefined) !== (on === undefined))
    wrong.push('--confirmed-by và --confirmed-on đi cùng nhau: ai đã đối chiếu, ngày nào.');
  if (wrong.length > 0 || !file) return refuse(wrong);
  return {
    file,
    write: values.write,
    all: values.all,
    sample: values.sample,
    rename: values.rename,
    decision: values.decision?.replace(/^.*\//, '').replace(/\.yaml$/, '') ?? null,
    told: {
      number: values.number,
      signedOn: values.signed,
      effectiveOn: values.effective,
      receivedOn: values.received,
      authority: values.authority,
      title: values.title,
      file: values.file,
      ...(values.shortened && { shortened: true }),
    },
    changedBy: as as DecisionOp,
    review:
      by !== undefined && on !== undefined
        ? { state: 'confirmed', on, by }
        : { state: 'needs-review', on: null, by: null },
  };
}
