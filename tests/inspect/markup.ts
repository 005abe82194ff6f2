// Whether every public page is valid HTML, as html-validate judges it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { crawl } from '../support/process/crawl.ts';
import { runTool } from './tools.ts';

type Report = {
  filePath: string;
  messages: { ruleId: string; message: string; line: number; selector: string | null }[];
}[];

/** Follows every link from `from`; prints what is wrong, each kind once with the number of pages, and returns how much. */
export async function inspectMarkup(origin: string, from: string[], folder: string): Promise<number> {
  const addresses: string[] = [];
  const writes: Promise<void>[] = [];
  const { faults } = await crawl(origin, from, {
    see(address, html) {
      writes.push(fs.writeFile(path.join(folder, `${addresses.push(address)}.html`), html));
    },
  });
  await Promise.all(writes);
  // Into a file: the program ends before a long answer has gone through a pipe.
  const told = path.join(folder, 'report.json');
  runTool('html-validate/bin/html-validate.mjs', [
    ...['--config', '.htmlvalidate.json'],
    ...['--formatter', `json=${told}`, folder],
  ]);
  const report = JSON.parse(await fs.readFile(told, 'utf8')) as Report;
  const kinds = new Map<string, { pages: Set<string>; example: string }>();
  for (const { filePath, messages } of report)
    for (const { ruleId, message, selector } of messages) {
      const address = addresses[Number(path.basename(filePath, '.html')) - 1] ?? '';
      const kind = kinds.get(`${ruleId}: ${message}`) ?? {
        pages: new Set(),
        example: `${address} ${selector}`,
      };
      kind.pages.add(address);
      kinds.set(`${ruleId}: ${message}`, kind);
    }
  for (const [kind, { pages, example }] of kinds) console.log(`  ${pages.size} pages  ${kind}  (${example})`);
  for (const fault of faults) console.log(`  ${fault}`);
  console.log(
    `valid HTML: ${addresses.length} pages looked at, ${kinds.size + faults.length} kinds of faults`,
  );
  return kinds.size + faults.length;
}
