// Looks through the built site: markup, links, anchors, pictures, weight.
import fs from 'node:fs/promises';
import path from 'node:path';
import { exists, readAddresses } from './addresses.ts';
import { type BuiltPage, readPage } from './built-page.ts';
import type { Finding } from './finding.ts';

/** What a page may weigh, compressed, with all it needs besides fonts: an old phone on a bad line. */
const maxPageBytes = 60_000;

/** `root` is the project's folder; the site must have been built. */
export async function checkSite(root: string): Promise<{ pages: number; findings: Finding[] }> {
  const built = path.join(root, '.build/client');
  const addresses = await readAddresses(path.join(root, 'site/pages'), built);
  const pages = new Map<string, BuiltPage>();
  const findings: Finding[] = [];
  const weights = new Map<string, number>();
  const bytes = async (address: string) => {
    const file = path.join(built, decodeURIComponent(address));
    const known = weights.get(file);
    if (known !== undefined) return known;
    const sizes = await Promise.all(
      [`${file}.br`, file].map(async (name) => (await fs.stat(name).catch(() => undefined))?.size),
    );
    const size = sizes[0] ?? sizes[1] ?? 0;
    weights.set(file, size);
    return size;
  };
  for (const address of addresses.files) {
    const file = await fs
      .readFile(path.join(built, `${address === '/' ? '/index' : address}.html`), 'utf8')
      .catch(() => undefined);
    if (file === undefined) continue;
    const page = readPage(file);
    pages.set(address, page);
    findings.push(...page.faults.map((sentence) => error(address, sentence)));
    const assets = new Set(page.assets.filter((asset) => asset.startsWith('/')));
    let weight = await bytes(`${address === '/' ? '/index' : address}.html`);
    for (const asset of assets) weight += await bytes(asset.replace(/[?#].*$/, ''));
    if (weight > maxPageBytes)
      findings.push(error(address, `nặng ${weight} byte khi nén, quá mức ${maxPageBytes}`));
  }
  for (const [address, page] of pages)
    for (const link of new Set([...page.links, ...page.assets])) {
      const fault = faultOf(link, address, pages, (to) => exists(addresses, to));
      if (fault) findings.push(error(address, fault));
    }
  return { pages: pages.size, findings };
}

function faultOf(
  link: string,
  from: string,
  pages: ReadonlyMap<string, BuiltPage>,
  isThere: (address: string) => boolean,
): string | undefined {
  if (/^(https?:|mailto:|tel:|sms:|data:)/.test(link)) return undefined;
  const url = URL.parse(link, `http://portal${from}`);
  if (!url) return `đường dẫn “${link}” không đọc được`;
  const to = decodeURIComponent(url.pathname);
  if (!isThere(to)) return `đường dẫn “${link}” không dẫn tới đâu`;
  const target = pages.get(to);
  const id = decodeURIComponent(url.hash.slice(1));
  if (id && target && !target.ids.has(id)) return `đường dẫn “${link}”: trang ấy không có chỗ “#${id}”`;
  return undefined;
}

const error = (place: string, sentence: string): Finding => ({ level: 'error', place, sentence });
