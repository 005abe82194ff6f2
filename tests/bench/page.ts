// A page in brotli, from the portal and from nginx: the same bytes to the same client. The first page has a part of today.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/process/child.ts';
import { cellSeconds, compare } from './compare.ts';
import { answersPerSecond } from './load.ts';
import { serveByNginx } from './nginx.ts';
import type { Programs } from './programs.ts';
import type { RunningPortal } from './starting.ts';

const round = { clients: 32, seconds: cellSeconds };
const address = '/phan-anh';
const headers = { 'accept-encoding': 'br' };

export async function measurePage(
  { origin }: RunningPortal,
  { nginx, wrk }: Programs,
  folder: string,
): Promise<void> {
  const page = fs.readFileSync(path.join(root, `.build/client${address}.html.br`));
  const beside = nginx ? await serveByNginx(nginx, page, folder) : undefined;
  const ask = (url: string) => answersPerSecond(wrk, folder, { url, headers }, round);
  const references = beside ? [{ name: 'nginx', side: () => ask(beside.url), target: 0.5 }] : [];
  try {
    await compare(
      `GET ${address} in brotli, ${round.clients} at a time`,
      () => ask(origin + address),
      references,
    );
  } finally {
    await beside?.stop();
  }
}
