// The map of the site as XML (sitemaps.org): one list, or an index of lists where there are too many addresses. Pure.
import { escapeXml } from '../../../api/text/xml.ts';

/** `on`: the day or instant of the last change, where it is known. */
export type Address = { path: string; on?: string | null };

/** What the protocol allows in one list. */
export const maxAddresses = 50_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

// Without an origin a path; percent-encoded like a whole address.
function wholeAddress(origin: string, path: string): string {
  const { href, pathname, search } = new URL(path, origin || 'http://portal.internal');
  return origin ? href : pathname + search;
}

/** One list; `origin` without a slash at the end, or empty. Paths are percent-encoded where they need it. */
export function urlSet(origin: string, addresses: readonly Address[]): string {
  const entries = addresses.map(({ path, on }) => {
    const lastmod = on ? `<lastmod>${escapeXml(on)}</lastmod>` : '';
    return `<url><loc>${escapeXml(wholeAddress(origin, path))}</loc>${lastmod}</url>`;
  });
  return `${head}<urlset ${space}>\n${entries.join('\n')}\n</urlset>\n`;
}

/** The index of `parts` lists, each at /sitemap.xml?phan=1 … */
export function sitemapIndex(origin: string, parts: number): string {
  const entries = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escapeXml(`${origin}/sitemap.xml?phan=${index + 1}`)}</loc></sitemap>`,
  );
  return `${head}<sitemapindex ${space}>\n${entries.join('\n')}\n</sitemapindex>\n`;
}

/** Which of `known` addresses and which answers stand in a part (from 1): known ones first. */
export function partOf(part: number, known: number, size = maxAddresses) {
  const from = (part - 1) * size;
  const fixed = { from: Math.min(from, known), to: Math.min(from + size, known) };
  const offset = Math.max(0, from - known);
  return { fixed, offset, limit: size - (fixed.to - fixed.from) };
}
