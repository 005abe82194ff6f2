// How well and how fast search finds: judged queries over three corpora, the first stage alone and both. npm run bench:search
import fs from 'node:fs';
import path from 'node:path';
import { contentDir } from '../../api/content/read.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { readSearchRules } from '../../api/search/load.ts';
import type { SearchDocument } from '../../api/search/document.ts';
import { createEmbedded, poolOf, searchIndex } from '../../api/search/embedded.ts';
import { compileRules } from '../../api/search/rules.ts';
import { understand } from '../../api/search/understand.ts';

type Judged = { query: string; kind: string; relevant: string[]; only150?: boolean };
type Row = { code: string; name: string; field: string; body: string };
type Score = { mrr: number; recall: number; zero: number; count: number };

const here = path.join(import.meta.dirname, 'search');
// The two large corpora (20 MB) are not kept here: CORPORA names their folder.
const elsewhere = process.env['CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/data/search');
const targets: Record<number, { mrr: number; recall?: number; cpuMs?: number }> = {
  150: { mrr: 0.96, recall: 0.96 },
  2000: { mrr: 0, cpuMs: 1.5 },
  10000: { mrr: 0.93, cpuMs: 4 },
};
const rounds = 10;
const queries = read<Judged[]>(path.join(here, 'queries.json')) ?? [];
const rules = compileRules((await readSearchRules(contentDir)).searchRules);
let missed = false;

async function measure(size: number, rows: Row[]): Promise<void> {
  const engine = createEmbedded(rules);
  globalThis.gc?.();
  const heapBefore = process.memoryUsage();
  const before = performance.now();
  await engine.rebuild(rows.map(documentOf));
  const indexMs = performance.now() - before;
  globalThis.gc?.();
  const heap = process.memoryUsage();
  const index = engine.current();
  const { engine: name } = await engine.health();
  console.log(`\n${size} documents (${rows.length}), engine: ${name}`);

  const asked = queries.filter(({ only150 }) => !only150 || size === 150);
  const firstStage = (query: string) =>
    poolOf(index, understand(query, index.vocabulary, rules)).map(({ document }) => document.code);
  const bothStages = (query: string) =>
    searchIndex(index, rules, { query, offset: 0, limit: 10 }).hits.map(({ document }) => document.code);

  const alone = scoresOf(asked, firstStage);
  const both = scoresOf(asked, bothStages);
  console.table(
    Object.fromEntries(
      [...both.keys()].map((kind) => [
        kind,
        {
          queries: both.get(kind)?.count,
          ...told('stage 1', alone.get(kind)),
          ...told('both', both.get(kind)),
        },
      ]),
    ),
  );
  const found = asked.filter(({ kind, query }) => kind === 'none' && bothStages(query).length > 0);
  console.log(
    `nonsense that found something: ${found.length} of ${asked.filter(({ kind }) => kind === 'none').length}`,
  );

  const cpuMs = cpuPerQuery(asked, bothStages);
  const all = both.get('all');
  console.log(
    `CPU per query: ${cpuMs.toFixed(2)} ms (first stage alone ${cpuPerQuery(asked, firstStage).toFixed(2)} ms); ` +
      `index: ${indexMs.toFixed(0)} ms, ${((heap.heapUsed + heap.arrayBuffers - heapBefore.heapUsed - heapBefore.arrayBuffers) / 1e6).toFixed(0)} MB`,
  );
  const target = targets[size];
  if (!all || !target) return;
  const kept =
    all.mrr >= target.mrr &&
    all.recall >= (target.recall ?? 0) &&
    all.zero <= 0.01 &&
    cpuMs <= (target.cpuMs ?? Infinity);
  console.log(
    `targets: MRR@10 ≥ ${target.mrr}, recall@5 ≥ ${target.recall ?? '–'}, zero ≤ 1 %, CPU ≤ ${target.cpuMs ?? '–'} ms: ${kept ? 'met' : 'MISSED'}`,
  );
  missed ||= !kept;
}

/** Plain wishes over the published procedures: the wanted one first; what others do is answered by who does it. */
async function measureWishes(): Promise<boolean> {
  const wishes = read<Judged[]>(path.join(here, 'wishes.json')) ?? [];
  const engine = createEmbedded(rules);
  const files = await readProcedureFiles(contentDir);
  await engine.rebuild([...files].map(([slug, file]) => procedureDocument({ ...file, slug })));
  const ask = (query: string) => searchIndex(engine.current(), rules, { query, offset: 0, limit: 10 });
  const own = wishes.filter(({ kind }) => kind === 'wish');
  const score = scoresOf(own, (query) => ask(query).hits.map(({ document }) => document.code)).get('all');
  const others = wishes.filter(({ kind }) => kind === 'elsewhere').map(({ query }) => ask(query));
  const told = others.filter(({ elsewhere, hits }) => elsewhere !== null && hits.length === 0).length;
  console.log(
    `\nwishes: MRR@10 ${score?.mrr.toFixed(3)} of ${own.length} (target ≥ 0.85); ` +
      `others' matters answered by who does them: ${told} of ${others.length}`,
  );
  return (score?.mrr ?? 0) >= 0.85;
}

function scoresOf(asked: readonly Judged[], find: (query: string) => string[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const { query, kind, relevant } of asked) {
    if (kind === 'none') continue;
    const codes = find(query);
    const rank = codes.slice(0, 10).findIndex((code) => relevant.includes(code));
    const among = codes.slice(0, 5).filter((code) => relevant.includes(code)).length;
    for (const key of [kind, 'all']) {
      const sum = scores.get(key) ?? { mrr: 0, recall: 0, zero: 0, count: 0 };
      sum.mrr += rank < 0 ? 0 : 1 / (rank + 1);
      sum.recall += among / Math.min(5, relevant.length);
      sum.zero += codes.length === 0 ? 1 : 0;
      sum.count++;
      scores.set(key, sum);
    }
  }
  for (const score of scores.values())
    for (const key of ['mrr', 'recall', 'zero'] as const) score[key] /= score.count;
  return scores;
}

function cpuPerQuery(asked: readonly Judged[], find: (query: string) => string[]): number {
  for (const { query } of asked) find(query);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const { query } of asked) find(query);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / rounds / asked.length;
}

const told = (stage: string, score: Score | undefined) => ({
  [`${stage} MRR@10`]: score?.mrr.toFixed(3),
  [`${stage} recall@5`]: score?.recall.toFixed(3),
  [`${stage} zero`]: `${((score?.zero ?? 0) * 100).toFixed(1)} %`,
});

const documentOf = ({ code, name, field, body }: Row): SearchDocument => ({
  id: `procedure:${code}`,
  type: 'procedure',
  code,
  title: name,
  url: `/thu-tuc/${code}`,
  field,
  keywords: [],
  body,
  state: 'current',
});

function read<T>(file: string): T | undefined {
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}

for (const size of [150, 2000, 10000]) {
  const file = `corpus-${size}.json`;
  const rows = read<Row[]>(path.join(here, file)) ?? read<Row[]>(path.join(elsewhere, file));
  if (!rows)
    console.log(`\n${file}: NOT measured, for it is not in ${elsewhere} (set CORPORA to its folder).`);
  else await measure(size, rows);
}
missed ||= !(await measureWishes());
if (missed) process.exitCode = 1;
