// Placeholder
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { compileRules, type RulesSource } from '../../api/search/rules.ts';
import { candidates, startIndex } from '../../api/search/postings.ts';
import { understand } from '../../api/search/understand.ts';
import { cutOff, judge } from '../../api/search/rank.ts';
import { isAskedCode } from '../../api/search/codes.ts';
const root = path.resolve(import.meta.dirname, '../..');
const rules = compileRules(
  parse(fs.readFileSync(path.join(root, 'content/search/synonyms.yaml'), 'utf8')) as RulesSource,
);
const dir = process.env.CORPORA ?? '/work/shared/data/search';
type Q = { query: string; kind: string; relevant: string[]; only150?: boolean };
const queries = JSON.parse(fs.readFileSync(path.join(dir, 'queries.json'), 'utf8')) as Q[];
const show = process.argv.includes('-v');
for (const size of [150, 2000, 10000]) {
  const docs = JSON.parse(fs.readFileSync(path.join(dir, `corpus-${size}.json`), 'utf8'));
  const t = performance.now();
  const b = startIndex(rules);
  for (const d of docs)
    b.add({
      id: d.code,
      type: 'procedure',
      code: d.code,
      title: d.name,
      url: '',
      field: d.field,
      keywords: [],
      body: d.body,
      state: 'current',
    });
  const index = b.finish();
  const ms = performance.now() - t;
  let mrr = 0,
    rec = 0,
    zero = 0,
    n = 0,
    mrr1 = 0;
  const search = (q: string) => {
    const u = understand(q, index.vocabulary, rules);
    const c = candidates(index, u, 100);
    if (u.code)
      index.documents.forEach((d, at) => {
        if (isAskedCode(d.codeKey, u.code!)) c.push(at);
      });
    const j = judge(u, index.vocabulary, rules);
    const seen = [...new Set(c)]
      .map((at) => ({ at, v: j(index.documents[at]!) }))
      .flatMap(({ at, v }) => (v ? [{ ...v, at }] : []));
    return { u, c, hits: cutOff(seen) };
  };
  for (const q of queries) {
    if (q.only150 && size > 150) continue;
    const { u, c, hits } = search(q.query);
    const ids = hits.map((h) => index.documents[h.at]!.document.code);
    if (q.kind === 'none') {
      if (ids.length)
        console.log(
          'NONE',
          q.query,
          ids.length,
          JSON.stringify(u.corrected),
          index.documents[hits[0]!.at]!.document.title,
        );
      continue;
    }
    n++;
    const r = ids.slice(0, 10).findIndex((id) => q.relevant.includes(id));
    const r1 = c.slice(0, 10).findIndex((at) => q.relevant.includes(index.documents[at]!.document.code));
    mrr += r < 0 ? 0 : 1 / (r + 1);
    mrr1 += r1 < 0 ? 0 : 1 / (r1 + 1);
    const recall =
      ids.slice(0, 5).filter((id) => q.relevant.includes(id)).length / Math.min(5, q.relevant.length);
    rec += recall;
    zero += ids.length ? 0 : 1;
    if (r !== 0 || recall < 1) {
      console.log(
        size,
        q.kind,
        '|',
        q.query,
        '| rank',
        r + 1,
        'recall',
        recall.toFixed(2),
        'st1',
        r1 + 1,
        JSON.stringify(u.corrected),
      );
      if (show)
        for (const h of hits.slice(0, 6))
          console.log(
            '     ',
            q.relevant.includes(index.documents[h.at]!.document.code) ? '*' : ' ',
            h.score.toFixed(3),
            index.documents[h.at]!.document.title.slice(0, 110),
          );
    }
  }
  const cpu = process.cpuUsage();
  for (let k = 0; k < 5; k++) for (const q of queries) search(q.query);
  const used = process.cpuUsage(cpu);
  console.log(
    size,
    'mrr',
    (mrr / n).toFixed(4),
    'recall',
    (rec / n).toFixed(4),
    'zero',
    zero,
    'stage1',
    (mrr1 / n).toFixed(4),
    'index ms',
    ms.toFixed(0),
    'cpu ms/q',
    ((used.user + used.system) / 1000 / 5 / queries.length).toFixed(2),
    'n',
    n,
  );
}
