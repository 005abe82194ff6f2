// The full form: every part of every procedure as the tables of a workbook.
import type { ProcedureFile } from '../procedures/schema.ts';
import { mainColumns, mainWorksheet, slugColumn } from './full-columns.ts';
import { rowWorksheets } from './full-rows.ts';

type FormTable = {
  name: string;
  columns: { heading: string; width: number; centred?: boolean; choices?: readonly string[] }[];
  rows: (string | number)[][];
  freezeColumns?: number;
};

const guidance = [
  'Biểu này chứa đủ các phần của mỗi thủ tục. Sửa rồi nhập lại bằng: npm run content:import -- <tệp>. Phần không đổi thì để nguyên.',
  'Ô trống nghĩa là “Chưa có thông tin”. Nguồn nói là không có thì ghi “KHÔNG CÓ: ” rồi đến lời của nguồn, ví dụ: KHÔNG CÓ: Không quy định.',
  'Cột ghi “Có” nghĩa là nội dung nằm ở trang tính cùng tên (Trình tự, Cách thức, Hồ sơ, Căn cứ pháp lý), mỗi dòng một ý, nối với thủ tục bằng cột “Tên tệp”.',
  'Ô có nhiều ý thì mỗi ý một dòng trong ô (Alt + Enter).',
  'Ngày ghi dạng 05/10/2026. Mã thủ tục là chữ, không phải số: định dạng ô là Văn bản (Text).',
  'Cột hay trang tính bị xóa khỏi biểu thì phần ấy của nội dung được giữ nguyên. Cột “Tên thủ tục” ở các trang sau chỉ để đọc, sửa tên ở trang “Thủ tục”.',
  'Đơn vị phụ trách ghi bằng mã ở content/units.yaml. Tệp mẫu ghi đường dẫn tới tệp tải về, bắt đầu bằng / hoặc https://.',
  'Thêm thủ tục mới: thêm một dòng ở trang “Thủ tục”; cột “Tên tệp” ghi mã thủ tục, chưa có mã thì để trống.',
];

/**
 * Tables for a workbook. `internal`: with the reviewer's working notes; a copy for the public goes without, and then
 * an import leaves those notes as they are.
 */
export function fullForm(
  procedures: Iterable<readonly [slug: string, ProcedureFile]>,
  { internal }: { internal: boolean },
): FormTable[] {
  const all = [...procedures];
  const columns = mainColumns.filter((column) => internal || !column.internal);
  const key = { heading: slugColumn, width: 28 };
  return [
    {
      name: mainWorksheet,
      freezeColumns: 3,
      columns: [
        key,
        ...columns.map(({ heading, width, centred, choices }) => ({ heading, width, centred, choices })),
      ],
      rows: all.map(([slug, file]) => [slug, ...columns.map(({ cell }) => cell(file))]),
    },
    ...rowWorksheets.map(({ name, columns: own, lines }) => ({
      name,
      freezeColumns: 2,
      columns: [key, { heading: 'Tên thủ tục', width: 40 }, ...own],
      rows: all.flatMap(([slug, file]) => lines(file).map((line) => [slug, file.name, ...line])),
    })),
    {
      name: 'Hướng dẫn',
      columns: [{ heading: 'Cách dùng biểu này', width: 130 }],
      rows: guidance.map((line) => [line]),
    },
  ];
}
