// What stands around every page: header, navigation, foot, the switch of language.
import { catalogue } from './catalogue.ts';

export const site = catalogue({
  skip: { vi: 'Bỏ qua phần đầu trang, tới nội dung chính', en: 'Skip to the main content' },
  product: { vi: 'Cổng Minh Bạch', en: 'Minh Bach portal' },
  navigation: { vi: 'Danh mục chính', en: 'Main menu' },
  menu: { vi: 'Danh mục', en: 'Menu' },
  crumbs: { vi: 'Vị trí trang', en: 'Where this page stands' },
  home: { vi: 'Trang chủ', en: 'Home' },
  footLinks: { vi: 'Liên kết cuối trang', en: 'Links at the foot of the page' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  notice: { vi: 'Thông tin', en: 'Information' },
  noticeDone: { vi: 'Đã xong', en: 'Done' },
  noticeWarning: { vi: 'Lưu ý', en: 'Please note' },
  noticeDanger: { vi: 'Quan trọng', en: 'Important' },
});
