// The keys of the desk: one table, which the script obeys and the help lists. Comfort only: each leads where a link or a form
// of the page stands already. Shipped to browsers.
export type ShortcutPage = 'list' | 'case' | 'file';

/**
 * `follow`: the link marked with `data-key`; `row`: the row of the list that many further; `open`: the first of these forms
 * that stands on the page; `show`: a place of the page; `help`: this table.
 */
export type Shortcut = {
  keys: readonly string[];
  pages: readonly ShortcutPage[];
  words: string;
  does:
    | { kind: 'follow'; mark: string }
    | { kind: 'row'; by: 1 | -1 }
    | { kind: 'open'; forms: readonly string[] }
    | { kind: 'show'; selector: string }
    | { kind: 'help' };
};

export const shortcuts: readonly Shortcut[] = [
  { keys: ['?'], pages: ['list', 'case', 'file'], words: 'Mở bảng phím tắt này', does: { kind: 'help' } },
  { keys: ['j', 'n'], pages: ['list'], words: 'Xuống hồ sơ dưới; Enter để mở', does: { kind: 'row', by: 1 } },
  { keys: ['k', 'p'], pages: ['list'], words: 'Lên hồ sơ trên', does: { kind: 'row', by: -1 } },
  { keys: ['/'], pages: ['list'], words: 'Tới ô tìm trong sổ', does: { kind: 'show', selector: '#sought' } },
  {
    keys: ['j', 'n'],
    pages: ['case'],
    words: 'Hồ sơ sau trong danh sách',
    does: { kind: 'follow', mark: 'next' },
  },
  {
    keys: ['k', 'p'],
    pages: ['case'],
    words: 'Hồ sơ trước trong danh sách',
    does: { kind: 'follow', mark: 'previous' },
  },
  { keys: ['j', 'n'], pages: ['file'], words: 'Trang sau của tệp', does: { kind: 'follow', mark: 'next' } },
  {
    keys: ['k', 'p'],
    pages: ['file'],
    words: 'Trang trước của tệp',
    does: { kind: 'follow', mark: 'previous' },
  },
  { keys: ['z'], pages: ['file'], words: 'Phóng to, thu nhỏ', does: { kind: 'follow', mark: 'zoom' } },
  { keys: ['l'], pages: ['file'], words: 'Về hồ sơ', does: { kind: 'follow', mark: 'list' } },
  { keys: ['l'], pages: ['case'], words: 'Về danh sách', does: { kind: 'follow', mark: 'list' } },
  {
    keys: ['v'],
    pages: ['case'],
    words: 'Tới việc cần làm',
    does: { kind: 'show', selector: '.work .front' },
  },
  {
    keys: ['a'],
    pages: ['case'],
    words: 'Phân công, giao lại',
    does: { kind: 'open', forms: ['assign', 'assign-conduct', 'reassign'] },
  },
  {
    keys: ['r'],
    pages: ['case'],
    words: 'Soạn, duyệt trả lời',
    does: { kind: 'open', forms: ['draft-reply', 'submit-reply', 'approve'] },
  },
  { keys: ['c'], pages: ['case'], words: 'Phân loại', does: { kind: 'open', forms: ['classify'] } },
  {
    keys: ['g'],
    pages: ['case'],
    words: 'Tới hồ sơ gần giống, để gộp',
    does: { kind: 'show', selector: '#gan-giong' },
  },
  { keys: ['m'], pages: ['case'], words: 'Ghi chú nội bộ', does: { kind: 'open', forms: ['note'] } },
];

export const shortcutsOf = (page: ShortcutPage): Shortcut[] =>
  shortcuts.filter(({ pages }) => pages.includes(page));
