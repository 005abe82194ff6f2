// npm run inspect: the whole public portal under html-validate, on a slow line (the pages that officers work on, too), and
// under Lighthouse, in the browser of the tests. Exit 1 when one complains.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPortal } from '../bench/starting.ts';
import { inspectFirstText, visitTo } from './first-text.ts';
import { inspectMarkup } from './markup.ts';
import { officerVisits } from './officers.ts';
import { inspectScores, leastScore } from './scores.ts';
import { installTools } from './tools.ts';

/** One page of each kind. */
const kinds = [
  '/',
  '/thu-tuc',
  '/thu-tuc/loc?linh-vuc=buu-chinh',
  '/thu-tuc/1.014445',
  '/tim-kiem?q=giay+phep+buu+chinh',
  '/duong-day-nong',
  '/bang-niem-yet',
  '/bang-niem-yet/pakn',
  '/thong-bao',
  '/thong-bao/382-qd-ubnd-2015',
  '/van-ban',
  '/van-ban/20-2008-nd-cp',
  '/huong-dan/tra-cuu-ho-so',
  '/hoi-dap/gui-an-danh-co-duoc-khong',
  '/gioi-thieu',
  '/du-lieu',
  '/so-lieu',
  '/phan-anh',
  '/phan-anh/gui',
  '/tra-cuu',
  '/tra-loi',
  '/khao-sat',
  '/so-cai',
];

installTools();
const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-inspect-')));
await fs.chmod(folder, 0o755);
await fs.mkdir(path.join(folder, 'pages'));
const portal = await startPortal(path.join(folder, 'data'));
try {
  const faults = await inspectMarkup(portal.origin, ['/'], path.join(folder, 'pages'));
  const chosen = process.argv.slice(2);
  const pages = chosen.length > 0 ? chosen : kinds;
  const visits = [...pages.map(visitTo), ...(chosen.length > 0 ? [] : await officerVisits(portal))];
  const slow = await inspectFirstText(portal.origin, visits);
  const low = await inspectScores(portal.origin, pages);
  console.log(
    `${faults} kinds of faults in the markup, ${slow} pages late or jumping, ${low} scores below ${leastScore}`,
  );
  process.exitCode = faults + slow + low > 0 ? 1 : 0;
} finally {
  await portal.stop();
  await fs.rm(folder, { recursive: true, force: true });
}
