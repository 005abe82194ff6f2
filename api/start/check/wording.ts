// How the portal's own words are written: docs/cach-viet.md as far as a program can hold it. Pure.

type Rule = { found: RegExp; say: string };

const notes = ['Sở cần bổ sung', 'Đang cập nhật', 'Cần cập nhật', 'bản nghiên cứu'];

/** Doubts on which nobody can act: they stand in the data and, collapsed, in “Nguồn và mức độ tin cậy”. */
const doubts = [
  'chưa có (?:thông tin|trích yếu|nguồn)',
  'chưa rõ (?:hiệu lực|ngày)',
  'c(?:ần|hờ) rà soát',
  '(?:chưa|cần)(?: được Sở)? đối chiếu',
  'chưa (?:được )?kiểm chứng',
  'chưa đọc',
  'chưa tính được',
  'Sở chưa cung cấp',
  'hiểu biết chung',
  'nguồn thứ cấp',
  'tạm tính',
];

const rules: Rule[] = [
  {
    found: /(?<!\p{L})[Bb]ạn(?! (?:đọc|học))(?!\p{L})/u,
    say: 'gọi người dân là “Ông/Bà”, hoặc viết không có chủ ngữ',
  },
  { found: /(?<!\p{L})[Cc]húng tôi(?!\p{L})/u, say: 'viết tên cơ quan thay cho “chúng tôi”' },
  { found: /(?<!\p{L})ông\/bà(?!\p{L})/u, say: 'viết hoa “Ông/Bà”' },
  {
    // Open syllables carry the tone on the first vowel: hóa, ủy; qu is a consonant: quý.
    found: /(?<!\p{L})\p{L}*(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/iu,
    say: 'đặt dấu thanh như Công báo: ủy, hóa, khóa, xóa, tùy',
  },
  {
    found: /(?<!\d)\d{1,2}\/0[3-9]\/(?:19|20)\d\d(?!\d)/,
    say: 'ngày viết 01/7/2026: số 0 chỉ đứng trước ngày 1-9 và tháng 1, 2',
  },
  { found: /\d %/, say: 'viết liền dấu phần trăm: 60%' },
  {
    found: /(?<!\p{L})NĐ ?\d+ Đ\d|(?<!\p{L})Đ\d+\.\d/u,
    say: 'viết đủ căn cứ: điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  },
  { found: new RegExp(notes.join('|'), 'u'), say: 'lời nhắn cho cơ quan không để trên trang của người dân' },
  {
    found: new RegExp(`(?<!\\p{L})(?:${doubts.join('|')})(?!\\p{L})`, 'iu'),
    say: 'điều chưa chắc để ở “Nguồn và mức độ tin cậy” cuối trang; trang nói một câu làm theo được',
  },
];

/** Sentences about what a text writes otherwise than the rules, each with the words that it stands in. */
export function wordingFaults(text: string): string[] {
  return rules.flatMap(({ found, say }) => {
    const match = found.exec(text);
    if (!match) return [];
    const near = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 20);
    return [`“…${near.replace(/\s+/g, ' ').trim()}…”: ${say}`];
  });
}
