// `npm run content:export`: all procedures as one workbook, the full form, and beside it as JSON with the national names.
import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { procedureWorkbook } from '../exchange/tools/procedure-workbook.ts';
import { nationalOf } from '../exchange/national.ts';
import { readEnvironment } from '../portal/env.ts';
import { readProcedureFiles } from '../procedures/load.ts';
import { inListOrder } from '../procedures/order.ts';

const usage = 'Cách dùng: npm run content:export -- <tệp.xlsx> [--json <tệp.json>]';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const { file, json } = readArguments(args);
  const files = [...(await readProcedureFiles(readEnvironment().CONTENT_DIR))].toSorted(
    ([slug, a], [other, b]) => inListOrder({ slug, ...a }, { slug: other, ...b }),
  );
  await fs.writeFile(file, await procedureWorkbook(files, { internal: true }));
  console.log(`Đã ghi ${files.length} thủ tục vào ${file}.`);
  if (json === undefined) return;
  const procedures = files.map(([slug, procedure]) => nationalOf(slug, procedure));
  await fs.writeFile(json, `${JSON.stringify({ procedures }, null, 2)}\n`);
  console.log(`Đã ghi ${files.length} thủ tục vào ${json}.`);
}

function readArguments(args: string[]): { file: string; json: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file && more.length === 0 && /\.xlsx$/i.test(file) && (values.json ?? '.json').endsWith('.json'))
      return { file, json: values.json };
  } catch {
    // Told below, as every other wrong call.
  }
  throw new Error(usage);
}
