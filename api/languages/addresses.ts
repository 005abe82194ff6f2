// Which pages stand in both languages, and where; whatever leads on asks here. Pure.
import { languageOf, type Language } from './language.ts';

export type Pair = {
  vi: string;
  en: string;
  /** The page below site/pages that answers at both addresses; without it English has a page of its own there. */
  shared?: string;
};

/** `[code]` stands for one part of an address. What is shared is mounted at its English address by astro.config.mjs. */
export const pairs: readonly Pair[] = [
  { vi: '/', en: '/en' },
  { vi: '/tim-kiem', en: '/en/search', shared: 'tim-kiem.astro' },
  { vi: '/thu-tuc/[code]', en: '/en/procedures/[code]' },
  { vi: '/duong-day-nong', en: '/en/hotline' },
  { vi: '/bao-ve-du-lieu', en: '/en/privacy' },
  { vi: '/phan-anh/gui', en: '/en/feedback', shared: 'phan-anh/gui/index.astro' },
  { vi: '/phan-anh/gui/xem-lai', en: '/en/feedback/review', shared: 'phan-anh/gui/xem-lai.astro' },
  { vi: '/phan-anh/gui/may-khac', en: '/en/feedback/other-device', shared: 'phan-anh/gui/may-khac.astro' },
  { vi: '/phan-anh/gui/viet-tiep', en: '/en/feedback/continue', shared: 'phan-anh/gui/viet-tiep.astro' },
  { vi: '/phan-anh/da-gui', en: '/en/feedback/sent', shared: 'phan-anh/da-gui.astro' },
  { vi: '/phan-anh/da-xoa', en: '/en/feedback/removed', shared: 'phan-anh/da-xoa.astro' },
  { vi: '/tra-cuu', en: '/en/cases', shared: 'tra-cuu/index.astro' },
  { vi: '/tra-cuu/ho-so', en: '/en/cases/case', shared: 'tra-cuu/ho-so.astro' },
  { vi: '/tra-cuu/het-phien', en: '/en/cases/closed', shared: 'tra-cuu/het-phien.astro' },
  { vi: '/tra-cuu/ma-moi', en: '/en/cases/new-code', shared: 'tra-cuu/ma-moi.astro' },
  { vi: '/tra-cuu/quen-ma', en: '/en/cases/lost-code', shared: 'tra-cuu/quen-ma.astro' },
  { vi: '/tra-cuu/cap-lai-ma', en: '/en/cases/renew-code', shared: 'tra-cuu/cap-lai-ma.astro' },
  { vi: '/tra-cuu/xac-nhan-thu', en: '/en/cases/confirm-address', shared: 'tra-cuu/xac-nhan-thu.astro' },
  { vi: '/tra-cuu/thoi-nhan-thu', en: '/en/cases/stop', shared: 'tra-cuu/thoi-nhan-thu.astro' },
  { vi: '/tra-cuu/tep', en: '/en/cases/file', shared: 'tra-cuu/tep.ts' },
  { vi: '/gui-lai', en: '/en/send-again', shared: 'gui-lai.astro' },
];

/** Where pages of site/pages answer besides their own address. */
export const mounted: readonly { at: string; file: string }[] = [
  ...pairs.flatMap(({ en, shared }) => (shared === undefined ? [] : [{ at: en, file: shared }])),
  // Shown where there is nothing: nobody is led there.
  { at: '/en/404', file: '404.astro' },
  { at: '/en/500', file: '500.astro' },
];

const patternOf = (address: string) =>
  new RegExp(`^${address.replace(/\./g, '\\.').replace(/\[\w+\]/, '([^/?#]+)')}$`);
const patterns = pairs.map((pair) => ({ pair, vi: patternOf(pair.vi), en: patternOf(pair.en) }));

/** `/thu-tuc.html`, `/en/index.html` -> as people know it. */
const plain = (path: string) => path.replace(/(?:\/index)?\.html$/, '').replace(/(.)\/$/, '$1') || '/';

// Beside the pages of procedures stand pages of their list, in Vietnamese alone.
const alone: ReadonlySet<string> = new Set(['/thu-tuc/loc', '/thu-tuc/tim']);

/** Both addresses of a page by either; undefined where it stands in one language. */
export function bothOf(path: string): Record<Language, string> | undefined {
  if (alone.has(plain(path))) return undefined;
  for (const { pair, ...by } of patterns)
    for (const language of ['vi', 'en'] as const) {
      const [whole, part = ''] = by[language].exec(plain(path)) ?? [];
      if (whole === undefined) continue;
      const filled = (address: string) => address.replace(/\[\w+\]/, () => part);
      return { vi: filled(pair.vi), en: filled(pair.en) };
    }
  return undefined;
}

/**
 * Where a link of the Vietnamese way (`/tra-cuu/ho-so?xong=rate#a`) leads on a page: to the English page on an English one
 * where there is one, else where it says.
 */
export function addressIn(language: Language, link: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link) ?? [];
  return language === 'en' && path !== '' ? (bothOf(path)?.en ?? path) + rest : link;
}

/** The same for the links of one page. */
export const linksOf = (page: { url: URL }) => {
  const language = languageOf(page);
  return (link: string): string => addressIn(language, link);
};

/** Whether an address stands in another language than the page that leads there: its language, else undefined. */
export const otherLanguage = (language: Language, link: string): Language | undefined =>
  language === 'en' && link.startsWith('/') && !/^\/en(?:[/?#]|$)/.test(link) ? 'vi' : undefined;
