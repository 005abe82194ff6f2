// Lists of procedures as offices send them: each file of tests/office-files has one right outcome, written down here.
import { expect, test } from 'vitest';
import { readAny } from '../../api/exchange/any.ts';
import { faultsOf } from '../../api/exchange/grid.ts';
import { readList } from '../../api/exchange/list.ts';
import { grid, listHeader } from '../support/reading/grids.ts';
import { officeBook } from '../support/worlds/office-files.ts';

const worksheet = 'Trang tính “TTHC mới ban hành”';
async function list(file: string) {
  const { worksheets } = await officeBook(file);
  const { incoming, refusals, cautions } = readAny(file, worksheets);
  return { named: incoming.map(({ code, name }) => `${code} ${name}`), refusals, cautions, worksheets };
}
const [first, second] = [
  '1.019001 Cấp giấy phép thử nghiệm thiết bị đo bức xạ cầm tay',
  '1.019002 Gia hạn giấy phép thử nghiệm thiết bị đo bức xạ cầm tay',
];
const tcvn3 =
  'chữ theo bảng mã TCVN3 (phông .Vn), không phải Unicode. Chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.';

test('c03: a filtered-out row is left out and said', async () => {
  expect(await list('c03-hidden-row.xlsx')).toMatchObject({
    named: [first, second],
    refusals: [],
    cautions: [`${worksheet}: dòng ẩn hoặc bị lọc ra, không đọc: 9.`],
  });
});

test('c07: words in TCVN3 are refused by cell', async () => {
  const { named, refusals, worksheets } = await list('c07-tcvn3.xlsx');
  expect(named).toEqual([]);
  expect(refusals[0]).toBe(`${worksheet}, dòng 7, cột “Tên thủ tục hành chính”: ${tcvn3}`);
  expect(refusals).toHaveLength(10);
  expect(faultsOf(refusals, worksheets)[0]).toEqual({
    worksheet: 'TTHC mới ban hành',
    row: 6,
    column: 2,
    says: tcvn3,
  });
});

test('c09, c20: characters that nobody sees are cleaned and said', async () => {
  // The worksheet itself glues “xạ” and “cầm”; a soft hyphen between two syllables stood for a space.
  expect(await list('c09-junk.xlsx')).toMatchObject({
    named: ['1.019001 Cấp giấy phép thử nghiệm thiết bị đo bức xạcầm tay', second],
    refusals: [],
    cautions: [`${worksheet}: đã bỏ ký tự không nhìn thấy trong ô B7, C7, C8.`],
  });
  expect(await list('c20-softhyphen-name.xlsx')).toMatchObject({
    named: [first],
    refusals: [],
    cautions: [`${worksheet}: đã bỏ ký tự không nhìn thấy trong ô C7.`],
  });
});

test('c22: a formula without a stored value is refused by its cell', async () => {
  expect(await list('c22-formula-no-code.xlsx')).toMatchObject({
    named: [],
    refusals: [
      `${worksheet}, dòng 7, cột “Mã số TTHC”: công thức chưa có kết quả lưu trong tệp. Mở tệp bằng Excel, bấm Lưu rồi gửi lại, hoặc ghi thẳng giá trị.`,
    ],
  });
});

test('c23: words in VNI are refused by cell', async () => {
  expect(await list('c23-legacy-vni.xlsx')).toMatchObject({
    named: [],
    refusals: [
      `${worksheet}, dòng 7, cột “Tên thủ tục hành chính”: chữ theo bảng mã VNI (phông VNI-), không phải Unicode. Chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.`,
    ],
  });
});

test('the block of signatures under a list is no procedure, and is said', () => {
  const row = [1, '1.019001', 'Cấp giấy phép', '20 ngày làm việc', 'Trung tâm', 'Không', 'Luật số 1', ''];
  const { incoming, refusals, cautions } = readList([
    grid('TTHC mới ban hành', [
      listHeader,
      ['', 'Lĩnh vực Bưu chính'],
      row,
      ['', 'Người lập biểu', '', '', '', 'GIÁM ĐỐC'],
      ['', 'Nguyễn Văn A', '', '', '', 'Trần Thị B'],
    ]),
  ]);
  expect([incoming.length, refusals, cautions]).toEqual([
    1,
    [],
    ['Trang tính “TTHC mới ban hành”: ghi chú, phần ký, dòng tổng, không đọc: dòng 4, 5.'],
  ]);
});
