// The sample list of twelve procedures: real names and contents of content/, a decision that cannot be taken for one.
// `node tests/support/worlds/sample-list.ts` writes content/mau/danh-muc-mau.xlsx.
import fs from 'node:fs/promises';
import path from 'node:path';
import { contentDir } from '../../../api/content/read.ts';
import { type Table, writeWorkbook } from '../../../api/exchange/tools/workbook.ts';
import { readProcedureFiles } from '../../../api/procedures/load.ts';
import { isGiven } from '../../../api/procedures/part.ts';
import type { ProcedureFile } from '../../../api/procedures/schema.ts';

export const samplePath = path.join(contentDir, 'mau/danh-muc-mau.xlsx');

const columns: Table['columns'] = [
  { heading: 'STT', width: 6, centred: true },
  { heading: 'Mã TTHC', width: 13, centred: true },
  { heading: 'Tên TTHC', width: 38 },
  { heading: 'Thời hạn giải quyết', width: 24 },
  { heading: 'Địa điểm/cách thức thực hiện', width: 34 },
  { heading: 'Phí, lệ phí', width: 20 },
  { heading: 'Căn cứ pháp lý', width: 34 },
  { heading: 'Ghi chú', width: 24 },
];
const place = [
  '- Trực tiếp tại Trung tâm Phục vụ hành chính công.',
  '- Trực tuyến tại Cổng Dịch vụ công quốc gia.',
  '- Qua dịch vụ bưu chính công ích.',
].join('\n');

// Names and shortened times: Quyết định 2842/QĐ-UBND of TP. Hồ Chí Minh, 20/11/2025, whose codes are not known here.
const added = [
  { field: 'Hoạt động khoa học và công nghệ', name: 'Cấp Giấy phép chuyển giao công nghệ', time: '' },
  {
    field: 'Tiêu chuẩn đo lường chất lượng',
    name: 'Miễn giảm kiểm tra chất lượng hàng hóa nhóm 2 nhập khẩu',
    time: '03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
  },
  {
    field: 'Sở hữu trí tuệ',
    name: 'Cấp Thẻ giám định viên sở hữu công nghiệp',
    time: '10 ngày kể từ ngày nhận đủ hồ sơ hợp lệ',
  },
];
const changed: [slug: string, time: string, from: string][] = [
  ['cap-giay-chung-nhan-hoat-dong-lan-dau-cho-van-phong-dai-dien-chi-nhanh', '09', '10'],
  ['1.014446', '', ''],
  ['chi-dinh-to-chuc-danh-gia-su-phu-hop', '14', '21'],
  ['dang-ky-cong-bo-hop-chuan-dua-tren-ket-qua-tu-danh-gia', '03', '05'],
  ['dang-ky-cong-bo-hop-quy', '03', '05'],
  ['cong-bo-su-dung-dau-dinh-luong', '03', '05'],
  ['1.000449', '03', '05'],
];
const repealed = ['1.000173', '1.003542'];

type Row = Table['rows'][number];

export async function sampleList(): Promise<Uint8Array> {
  const files = await readProcedureFiles(contentDir);
  const file = (slug: string): ProcedureFile => {
    const found = files.get(slug);
    if (!found) throw new Error(`content/procedures has no ${slug}`);
    return found;
  };
  const fresh = byField(
    added.map(({ field, name, time }, index) => ({
      field,
      row: [index + 1, '', name, time, place, '', '', 'Chưa có mã'],
    })),
  );
  const amended = byField(
    changed.map(([slug, days, before], index) => {
      const { code, name, field, fee, legalBasis } = file(slug);
      const cost = isGiven(fee) ? fee.text : fee === 'unknown' ? '' : fee.none;
      const basis = isGiven(legalBasis)
        ? legalBasis.map(({ number, title }) => document(number, title)).join('\n')
        : '';
      const time = days === '' ? '' : `${days} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ`;
      const note = days === '' ? 'Dịch vụ công trực tuyến toàn trình' : `Thời hạn: trước là ${before} ngày`;
      return { field, row: [index + 1, code ?? '', name, time, place, cost, basis, note] };
    }),
  );
  const ended = byField(
    repealed.map((slug, index) => {
      const { code, name, field } = file(slug);
      return { field, row: [index + 1, code ?? '', name, '', '', '', '', ''] };
    }),
  );
  return await writeWorkbook([
    worksheet('Mới ban hành', 'Danh mục thủ tục hành chính mới ban hành', fresh),
    worksheet('Sửa đổi, bổ sung', 'Danh mục thủ tục hành chính được sửa đổi, bổ sung', amended),
    worksheet('Bãi bỏ', 'Danh mục thủ tục hành chính bị bãi bỏ', ended),
    {
      name: 'Hướng dẫn',
      columns: [{ heading: 'Cách dùng danh mục mẫu', width: 120 }],
      rows: guidance.map((line) => [line]),
    },
  ]);
}

/** `Thông tư số 28/2012/TT-BKHCN quy định …`, as lists write it. */
const document = (number: string | null, title: string | null) =>
  number === null || title === null
    ? (title ?? number)
    : title.replace(/^(Bộ luật|Luật|Nghị định|Thông tư|Quyết định)?/, (kind) =>
        `${kind} số ${number}`.trim(),
      );

const guidance = [
  'Đây là dữ liệu minh họa: tên thủ tục có thật, quyết định thì không. Chép tệp này ra, thay số, ngày và các hàng bằng quyết định thật, xóa các dòng “Dữ liệu minh hoạ”.',
  'So sánh trước, chưa ghi gì: npm run content:import -- danh-muc.xlsx. Đúng rồi thì thêm --write.',
  'Mỗi trang tính là một loại; cũng có thể để mọi loại trong một trang, mỗi loại dưới một hàng như “Danh mục TTHC bị bãi bỏ”. Thay thế: ghi ở Ghi chú “Thay thế TTHC mã 1.014446”.',
  'Hàng chỉ có một ô như “Lĩnh vực Bưu chính” là lĩnh vực của các hàng dưới nó. Thủ tục mới cần có lĩnh vực.',
  'Ô trống là danh mục không nói: phần ấy của thủ tục được giữ nguyên. Không thu thì ghi “Không”.',
  'Mã TTHC là chữ, không phải số: định dạng ô là Văn bản (Text). Đuôi như .000.00.00.H48 được bỏ khi nhập. Thủ tục mới chưa có mã thì để trống.',
  'Thời hạn ghi đủ số, đơn vị và tính từ khi nào, như “05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ”.',
];

function worksheet(name: string, title: string, rows: Row[]): Table {
  return {
    name,
    title: [
      { text: 'Dữ liệu minh hoạ: không phải danh mục thật, không được công bố', bold: true },
      { text: title, bold: true },
      {
        text: '(Kèm theo Quyết định số 00/MINH-HOA ngày 01 tháng 10 năm 2026 của Cơ quan minh hoạ; có hiệu lực kể từ ngày 15 tháng 10 năm 2026)',
        italic: true,
      },
    ],
    columns,
    rows,
  };
}

/** A heading before every run of the same field. */
function byField(rows: { field: string; row: (string | number)[] }[]): Row[] {
  return rows.flatMap(({ field, row }, at) =>
    rows[at - 1]?.field === field ? [row] : [{ across: `Lĩnh vực ${field}` }, row],
  );
}

if (import.meta.main) await fs.writeFile(samplePath, await sampleList());
