// A visitor without a browser who follows every link of the portal once and notes what is wrong.
import { readPage } from '../../../api/start/check/built-page.ts';

export type Visited = { pages: number; faults: string[] };

type How = {
  /** So many addresses at most, queries counted apart. */
  most?: number;
  /** So many queries of one address at most: filters multiply without showing anything new. */
  queries?: number;
  /** Is shown every page. */
  see?: (address: string, html: string) => void;
};

/** Starts at `from` and follows links within the portal, queries included. */
export async function crawl(
  origin: string,
  from: string[],
  { most = 3000, queries = 60, see = () => {} }: How = {},
): Promise<Visited> {
  const waiting = [...from];
  const seen = new Set(waiting);
  const asked = new Map<string, number>();
  const foundOn = new Map<string, string>();
  const faults: string[] = [];
  let pages = 0;
  const visitNext = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const response = await fetch(origin + address, { redirect: 'manual' });
      const body = await response.text();
      if (response.status >= 400) {
        faults.push(
          `${address} answers ${response.status} (linked from ${foundOn.get(address) ?? 'the start'})`,
        );
        continue;
      }
      const next = [response.headers.get('location')].filter((to) => to !== null);
      if (response.headers.get('content-type')?.startsWith('text/html') && response.status === 200) {
        pages += 1;
        see(address, body);
        const { faults: wrong, links } = readPage(body);
        faults.push(...wrong.map((sentence) => `${address}: ${sentence}`));
        next.push(...links);
      }
      for (const link of next) {
        const url = URL.parse(link, origin + address);
        if (url?.origin !== origin || seen.has(url.pathname + url.search) || seen.size >= most) continue;
        if (url.search !== '') {
          const before = asked.get(url.pathname) ?? 0;
          if (before >= queries) continue;
          asked.set(url.pathname, before + 1);
        }
        seen.add(url.pathname + url.search);
        foundOn.set(url.pathname + url.search, address);
        waiting.push(url.pathname + url.search);
      }
    }
  };
  // The first goes alone until there is work for the others.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 4 }, visitNext));
  return { pages, faults };
}
