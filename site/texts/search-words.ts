// What search finds and what it mends, called by name.
import { typeLabels, whyLabels } from '../../api/search/labels.ts';
import type { SearchType } from '../../api/search/document.ts';
import type { Why } from '../../api/search/repair.ts';
import type { Language } from '../../api/languages/language.ts';

export const typeNames: Record<Language, Record<SearchType, string>> = {
  vi: typeLabels,
  en: {
    procedure: 'Procedure',
    answer: 'Public answer',
    document: 'Legal document',
    news: 'News',
    guide: 'Guide',
    qa: 'Question and answer',
  },
};

export const whyWords: Record<Language, Record<Why, string>> = {
  vi: whyLabels,
  en: {
    telex: 'typed with Telex keys',
    vni: 'typed with VNI keys',
    split: 'written in one word',
    typo: 'perhaps a slip of typing',
  },
};
