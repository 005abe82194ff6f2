// The names of what search finds and of what was mended, for the pages. Pure.
import type { SearchType } from './document.ts';
import type { Why } from './repair.ts';

export const typeLabels: Record<SearchType, string> = {
  procedure: 'Thủ tục',
  answer: 'Trả lời công khai',
  document: 'Văn bản',
  news: 'Tin',
  guide: 'Hướng dẫn',
  qa: 'Hỏi đáp',
};

export const whyLabels: Record<Why, string> = {
  telex: 'phím Telex chưa thành dấu',
  vni: 'phím VNI chưa thành dấu',
  split: 'viết liền',
  typo: 'có thể gõ nhầm',
};
