// Which addresses of the portal exist: the built files, and the patterns of the pages made on demand.
import fs from 'node:fs/promises';
import path from 'node:path';
import { mounted } from '../../languages/addresses.ts';

export type Addresses = { files: ReadonlySet<string>; patterns: readonly RegExp[] };

/** `pages` is the folder of the pages' sources, `built` that of the built files. */
export async function readAddresses(pages: string, built: string): Promise<Addresses> {
  const [sources, files] = await Promise.all([filesBelow(pages), filesBelow(built)]);
  const onDemand = [];
  for (const file of sources) {
    const text = await fs.readFile(path.join(pages, file), 'utf8');
    if (!/export const prerender = false/.test(text)) continue;
    const english = mounted.flatMap((twin) => (twin.file === file ? [twin.at.slice(1)] : []));
    onDemand.push(...[file, ...english].map(patternOf));
  }
  const addresses = files
    .filter((file) => !/\.(br|gz)$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`);
  return { files: new Set(addresses), patterns: [...onDemand, /^\/(?:api|open311)\//] };
}

export const exists = ({ files, patterns }: Addresses, address: string): boolean =>
  files.has(address) || patterns.some((pattern) => pattern.test(address));

function patternOf(file: string): RegExp {
  const address = file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '');
  const escaped = address
    .split('/')
    .map((piece) =>
      piece
        .split(/(\[[^\]]+\])/)
        .map((text) =>
          text.startsWith('[...') ? '.*' : text.startsWith('[') ? '[^/]+' : text.replace(/[.+]/g, '\\$&'),
        )
        .join(''),
    )
    .join('/');
  return new RegExp(`^/${escaped}$`);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
