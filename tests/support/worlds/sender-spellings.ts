// Senders and the ways in which people write them down, drawn by a seed; names and numbers are invented.
import fc from 'fast-check';

const families =
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Tạ'.split(' ');
const middles = 'Văn Thị Hữu Đức Ngọc Quốc Minh Thanh Xuân Thu Kim Bá Đình Thúy Hồng Công'.split(' ');
const givens =
  'Bình An Hồng Nam Hoa Hòa Ước Ánh Đức Quỳnh Giang Nghĩa Thảo Phượng Khánh Trung Chi Yến Sương Út'.split(
    ' ',
  );
const streets = ['Lê Lợi', 'Phan Đình Phùng', 'Nguyễn Nghiêm', 'Hai Bà Trưng'];

export type DrawnSender = { name: string; phone: string; email: string; address: string };

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
export const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const drawnSender: fc.Arbitrary<DrawnSender> = fc
  .record({
    family: fc.constantFrom(...families),
    middle: fc.array(fc.constantFrom(...middles), { minLength: 0, maxLength: 2 }),
    given: fc.constantFrom(...givens),
    phone: fc
      .tuple(fc.constantFrom('90', '91', '35', '38', '86', '70'), digits(7))
      .map((parts) => `0${parts.join('')}`),
    house: fc.integer({ min: 1, max: 400 }),
    street: fc.constantFrom(...streets),
    host: fc.constantFrom('vidu.vn', 'thu.vidu.vn', 'vidu.com.vn'),
  })
  .map(({ family, middle, given, phone, house, street, host }) => ({
    name: [family, ...middle, given].join(' '),
    phone,
    email: `${plain(given).toLowerCase()}.${plain(family).toLowerCase()}@${host}`,
    address: `${house} ${street}, phường Nghĩa Lộ, tỉnh Quảng Ngãi`,
  }));

/** Every listed way of writing the name down. */
export function nameSpellings(name: string): string[] {
  const words = name.split(' ');
  const given = words.at(-1) ?? '';
  const initials = words.slice(0, -1).map((word) => word.charAt(0));
  const titled = ['cô', 'Cô', 'bà', 'ông', 'anh', 'chị', 'chú', 'bác'].map((title) => `${title} ${given}`);
  const short = [
    `${initials.join('.')}. ${given}`,
    `${initials.join('.')}.${given}`,
    `${words[0]} ${[...initials.slice(1), ''].join('. ')}${given}`,
    [given, ...words.slice(0, -1)].join(' '),
  ];
  const written = [name, ...titled, ...short];
  return [
    ...written,
    ...written.map(plain),
    name.toUpperCase(),
    plain(name).toLowerCase(),
    name.normalize('NFD'),
  ];
}

const dashes = ['-', '–', '—', '‑', '−', '－', '·', ' ', '.', '\u00a0', '\n', ' - ', ' – ', '-\n'];

/** The telephone with any dash between its groups, with the country's code, or broken over lines. */
export const phoneSpelling = (phone: string): fc.Arbitrary<string> =>
  fc
    .record({
      head: fc.constantFrom('0', '+84', '+84 ', '0084 ', '84', '(+84) ', '+84 (0) ', '(0'),
      gaps: fc.array(fc.constantFrom('', ...dashes), { minLength: 8, maxLength: 8 }),
    })
    .map(({ head, gaps }) => {
      const rest = [...phone.slice(1)].map((digit, index) => digit + (gaps[index] ?? '')).join('');
      return `${head}${head === '(0' ? rest.replace(/^(\d)/, '$1)') : rest}`;
    });

export const emailSpellings = (email: string): string[] => {
  const [box = '', host = ''] = email.split('@');
  const dotted = host.replaceAll('.', '[dot]');
  return [
    email,
    email.toUpperCase(),
    `${box}[at]${dotted}`,
    `${box} (at) ${host}`,
    `${box} [at] ${host.replaceAll('.', ' [dot] ')}`,
    `${box} at ${host.replaceAll('.', ' dot ')}`,
    `${box} a còng ${host.replaceAll('.', ' chấm ')}`,
    `${box}＠${host.replaceAll('.', '．')}`,
  ];
};

/** Numbers and days of a person that only their label tells of. */
export const labelledNumber: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('STK ', 'số tài khoản: ', 'tài khoản Vietcombank ', 'STK VCB '), digits(12))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('MST ', 'mã số thuế ', 'Mã số thuế cá nhân: '), digits(10))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('BHXH ', 'mã số BHXH ', 'sổ bảo hiểm xã hội số '), digits(10))
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('DN', 'GD', 'HT'), fc.constantFrom('4', '2'), digits(12))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'sinh ngày 05/01/1980',
    'sinh năm 1975',
    'ngày sinh: 24–11–1990',
    'sinh ngày 05 tháng 01 năm 1980',
  ),
);

const sentences = [
  'Tôi đến Bộ phận Một cửa ngày 24/11/2026 nhưng hồ sơ chưa được tiếp nhận',
  'Đề nghị Sở xem xét quy định tại Nghị định số 20/2008/NĐ-CP',
  'Cán bộ yêu cầu bổ sung giấy tờ không có trong thủ tục 1.001786',
  'Lệ phí 300.000 đồng đã nộp, đến nay quá 15 ngày làm việc',
  'Việc này diễn ra ở Trung tâm Phục vụ hành chính công tỉnh Quảng Ngãi',
];

/** A text of some sentences with a spelling somewhere among them. */
export const around = (
  spelling: fc.Arbitrary<string>,
): fc.Arbitrary<{ text: string; at: number; spelling: string }> =>
  fc
    .record({
      spelling,
      before: fc.constantFrom(...sentences),
      after: fc.constantFrom(...sentences),
      lead: fc.constantFrom('. ', ', ', ': ', ' (', ' ', '\n'),
      tail: fc.constantFrom('. ', ', ', '; ', ') ', ' ', '\n', ' đã gọi. '),
    })
    .map(({ spelling: words, before, after, lead, tail }) => ({
      text: `${before}${lead}${words}${tail}${after}.`,
      at: before.length + lead.length,
      spelling: words,
    }));
