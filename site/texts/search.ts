// Searching: the box, what was found, what was not.
import { catalogue } from './catalogue.ts';

export const search = catalogue({
  boxLabel: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  boxHint: {
    vi: 'Tên, từ khóa hoặc mã số; gõ không dấu cũng được',
    en: 'In English or Vietnamese: a name, a few words, or a code',
  },
  suggestions: { vi: 'Gợi ý', en: 'Suggestions' },
  find: { vi: 'Tìm', en: 'Search' },
  title: { vi: 'Tìm kiếm', en: 'Search' },
  titleOf: { vi: (query: string) => `Tìm “${query}”`, en: (query: string) => `Search “${query}”` },
  ask: { vi: 'Ông/Bà cần tìm gì?', en: 'What are you looking for?' },
  shownFor: { vi: 'Đang hiện kết quả cho', en: 'Showing results for' },
  triedToo: { vi: 'Đã tìm cả', en: 'Also tried' },
  justThis: {
    vi: (query: string) => `Tìm đúng “${query}”`,
    en: (query: string) => `Search for exactly “${query}”`,
  },
  asTyped: { vi: 'Đang tìm đúng các chữ Ông/Bà gõ.', en: 'Searching for exactly what you typed.' },
  notAsTyped: { vi: 'Tìm cả chữ gõ nhầm, viết liền', en: 'Allow for slips of typing' },
  notOurs: { vi: 'không phải việc của Sở', en: 'not handled by this department' },
  handledBy: { vi: 'Nơi giải quyết', en: 'Handled by' },
  onNational: {
    vi: 'Tìm thủ tục này trên Cổng Dịch vụ công quốc gia',
    en: 'Look for it on the National Public Service Portal',
  },
  onlyNear: { vi: 'Không có nội dung khớp hẳn; gần nhất: ', en: 'Nothing matches fully; nearest: ' },
  guessed: {
    vi: 'Không có thủ tục nào khớp với câu này. Gần với điều Ông/Bà viết nhất:',
    en: 'No procedure matches this. Nearest to what you wrote:',
  },
  results: {
    vi: (total: number) => `${total} kết quả`,
    en: (total: number) => (total === 1 ? '1 result' : `${total} results`),
  },
  inField: { vi: (field: string) => `lĩnh vực ${field}`, en: (field: string) => `field ${field}` },
  unfilter: { vi: 'Bỏ lọc', en: 'Remove filters' },
  replaced: { vi: 'Đã bị thay thế', en: 'Replaced' },
  code: { vi: (code: string) => `Mã ${code}`, en: (code: string) => `Code ${code}` },
  timeLimit: { vi: 'Thời hạn', en: 'Time limit' },
  fee: { vi: 'Phí', en: 'Fee' },
  pages: { vi: 'Trang kết quả', en: 'Pages of results' },
  pageBefore: { vi: 'Trang trước', en: 'Previous page' },
  pageAfter: { vi: 'Trang sau', en: 'Next page' },
  pageOf: {
    vi: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
    en: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
  notThere: {
    vi: 'Không có điều Ông/Bà cần? Việc của sở, ngành khác: tìm trên [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn). Hoặc [hỏi qua đường dây nóng](/duong-day-nong), [gửi phản ánh, kiến nghị](/phan-anh).',
    en: 'Not what you need? For other departments, search the [National Public Service Portal](https://dichvucong.gov.vn). Or [ask through the hotline](/duong-day-nong), or [send feedback](/phan-anh/gui).',
  },
  filters: { vi: 'Lọc kết quả', en: 'Narrow the results' },
  kind: { vi: 'Loại nội dung', en: 'Kind' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  withReplaced: {
    vi: (count: number) => `Xem cả ${count} thủ tục đã bị thay thế`,
    en: (count: number) => `Include ${count} replaced ${count === 1 ? 'procedure' : 'procedures'}`,
  },
  withoutReplaced: { vi: 'Bỏ các thủ tục đã bị thay thế', en: 'Leave out replaced procedures' },
  nothing: {
    vi: (query: string) => `Chưa tìm thấy gì cho “${query}”`,
    en: (query: string) => `Nothing found for “${query}”`,
  },
  nothingUnfilter: { vi: 'để tìm trong mọi nội dung.', en: 'to search in everything.' },
  nothingReplaced: {
    vi: (count: number) => `Xem ${count} thủ tục đã bị thay thế có khớp`,
    en: (count: number) =>
      `See ${count} matching ${count === 1 ? 'procedure' : 'procedures'} that have been replaced`,
  },
  otherWords: {
    vi: 'Bớt từ, hoặc dùng từ khác, chẳng hạn',
    en: 'Use fewer words or others, for example',
  },
  wholeList: {
    vi: '[Xem cả danh mục thủ tục theo lĩnh vực](/thu-tuc).',
    en: '[See the whole list of procedures by field (in Vietnamese)](/thu-tuc).',
  },
  others: {
    vi: 'Việc của sở, ngành khác: tìm trên [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn).',
    en: 'For other departments, search the [National Public Service Portal](https://dichvucong.gov.vn).',
  },
  askOrSend: {
    vi: '[Hỏi qua đường dây nóng](/duong-day-nong), hoặc [gửi phản ánh, kiến nghị](/phan-anh).',
    en: '[Ask through the hotline](/duong-day-nong), or [send feedback](/phan-anh/gui).',
  },
  start: {
    vi: 'Gõ tên thủ tục, việc Ông/Bà cần làm hoặc mã số. Không dấu, gõ nhầm, viết liền hay còn phím Telex vẫn tìm được. Hoặc [xem cả danh mục thủ tục](/thu-tuc).',
    en: 'Type what you need to do in English (“radiation licence”, “technology transfer”) or in Vietnamese with or without accents, or the code of a procedure. Or [see the whole list (in Vietnamese)](/thu-tuc).',
  },
  namesNote: {
    vi: 'Tên thủ tục là tên chính thức bằng tiếng Việt.',
    en: 'Names of procedures are official names in Vietnamese. What stands below a name in English is a description, not an official name.',
  },
});
