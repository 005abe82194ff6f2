// `npm run content:import`: lays a list, a full form or a national export beside content/; writes only with --write.
import fs from 'node:fs/promises';
import path from 'node:path';
import { contradictions } from '../procedures/decisions/contradictions.ts';
import { readDecisions } from '../procedures/decisions/load.ts';
import { readImportArguments } from '../exchange/arguments.ts';
import { readAny } from '../exchange/any.ts';
import { decisionFor } from '../exchange/import-decision.ts';
import { contentAfter, type Outcome, outcomeOf, overtaken } from '../exchange/outcome.ts';
import { planImport } from '../exchange/plan.ts';
import { faultsOf } from '../exchange/grid.ts';
import { reportOf } from '../exchange/report.ts';
import { decisionYaml, procedureYaml, versionYaml } from '../exchange/tools/yaml-text.ts';
import { markBook } from '../spreadsheets/tools/mark.ts';
import { readBook } from '../spreadsheets/tools/read.ts';
import type { Book } from '../spreadsheets/worksheet.ts';
import { readEnvironment } from '../portal/env.ts';
import { readUnits } from '../units/load.ts';
import { readProcedureFiles, readVersions } from '../procedures/load.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const asked = readImportArguments(args);
  const { CONTENT_DIR } = readEnvironment();
  const decisions = await readDecisions(CONTENT_DIR);
  const [files, versions] = await Promise.all([
    readProcedureFiles(CONTENT_DIR),
    readVersions(CONTENT_DIR, decisions),
  ]);
  const fields = [...new Set([...files.values()].map(({ field }) => field))];
  const source = await contentOf(asked.file);
  const reading = readAny(asked.file, 'text' in source ? source.text : source.book.worksheets, fields);
  const { preamble, isSample } = reading;
  const found = decisionFor({ slug: asked.decision, told: asked.told, preamble, isSample, decisions });
  const plan = planImport(reading.incoming, {
    files,
    decisions,
    decision: found.decision?.slug ?? null,
    review: asked.review,
    changedBy: asked.changedBy,
    rename: asked.rename,
    units: new Set((await readUnits(CONTENT_DIR)).map(({ code }) => code)),
  });
  const refusals = [...reading.refusals, ...found.refusals, ...plan.refusals];
  if (found.decision) refusals.push(...overtaken(plan.changes, found.decision, versions));
  if (asked.write && plan.changes.some(({ listed }) => listed) && !found.decision && refusals.length === 0)
    refusals.push(
      'Danh mục phải thuộc một quyết định mới ghi được: thêm --decision, hoặc --number, --signed và --authority.',
    );
  if (asked.write && isSample && !asked.sample)
    refusals.push(
      'Tệp mang dòng “Dữ liệu minh họa” nên không được ghi vào nội dung. Muốn thử ở bản sao thì thêm --sample.',
    );
  const { decision } = found;
  const outcome = outcomeOf(plan.changes, decision, { files, decisions, versions });
  // What would keep the portal from starting is not written either.
  if (refusals.length === 0)
    refusals.push(...contradictions(...contentAfter(outcome, { files, decisions, versions })));
  if (refusals.length > 0) {
    const marked = 'book' in source ? await markedBeside(asked.file, source, refusals) : null;
    throw new Error(
      [
        `Có ${refusals.length} chỗ chưa đọc được; không có gì được ghi:`,
        ...refusals.map((one) => `- ${one}`),
        ...(marked ? [`Tệp có đánh dấu các ô này: ${marked}`] : []),
      ].join('\n'),
    );
  }

  if (decision) console.log(`Quyết định ${decision.number}, tệp content/decisions/${decision.slug}.yaml`);
  const cautions = [...('book' in source ? source.book.notes : []), ...reading.cautions, ...plan.cautions];
  console.log(reportOf({ ...plan, cautions }, asked.all).join('\n'));
  if (!asked.write) return console.log('Chưa ghi gì. Đúng thì chạy lại với --write.');
  const written = await carryOut(CONTENT_DIR, outcome);
  console.log(written === 0 ? 'Không có gì phải ghi.' : `Đã ghi ${written} tệp vào content/.`);
}

type Source = { text: string } | { bytes: Uint8Array; book: Book };

async function contentOf(file: string): Promise<Source> {
  const bytes = await fs.readFile(file).catch(() => {
    throw new Error(`Không mở được tệp ${file}.`);
  });
  if (/\.json$/i.test(file)) return { text: bytes.toString('utf8') };
  const book = await readBook(bytes);
  if ('refused' in book) throw new Error(book.refused);
  return { bytes, book };
}

/** The file itself with the wrong cells marked, written beside it; null where no refusal names a cell. */
async function markedBeside(
  file: string,
  { bytes, book }: { bytes: Uint8Array; book: Book },
  refusals: readonly string[],
): Promise<string | null> {
  const faults = faultsOf(refusals, book.worksheets);
  const marked = faults.length > 0 && (await markBook(bytes, book, faults));
  if (!marked) return null;
  const beside = `${file.slice(0, file.length - path.extname(file).length)}.cho-can-sua.xlsx`;
  const isWritten = await fs.writeFile(beside, marked).then(
    () => true,
    () => false,
  );
  return isWritten ? beside : null;
}

/** Everything is written beside first, so that a full disk or a folder that may not be written leaves the files as they were. */
async function carryOut(
  contentDir: string,
  { procedures, versions, decisions, moved }: Outcome,
): Promise<number> {
  const inContent = (file: string) => path.join(contentDir, file);
  const present = async (file: string | null) =>
    file === null ? null : fs.readFile(inContent(file), 'utf8');
  const texts = [
    ...(await Promise.all(
      procedures.map(async ({ path: to, from, content }) => ({
        to,
        from,
        text: procedureYaml(content, await present(from)),
      })),
    )),
    ...versions.map(({ path: to, content }) => ({ to, from: null, text: versionYaml(content) })),
    ...(await Promise.all(
      decisions.map(async ({ path: to, from, content }) => ({
        to,
        from,
        text: decisionYaml(content, await present(from)),
      })),
    )),
  ];
  const changed = [];
  for (const file of texts)
    if (file.to !== file.from || (await present(file.from)) !== file.text) changed.push(file);
  const beside = inContent(`.import-${process.pid}`);
  try {
    await fs.mkdir(beside);
    for (const [at, { text }] of changed.entries()) await fs.writeFile(path.join(beside, String(at)), text);
    for (const { from, to } of moved) await fs.rename(inContent(from), inContent(to));
    for (const [at, { to, from }] of changed.entries()) {
      await fs.mkdir(path.dirname(inContent(to)), { recursive: true });
      await fs.rename(path.join(beside, String(at)), inContent(to));
      if (from !== null && from !== to) await fs.rm(inContent(from));
    }
  } finally {
    await fs.rm(beside, { recursive: true, force: true });
  }
  return changed.length;
}
