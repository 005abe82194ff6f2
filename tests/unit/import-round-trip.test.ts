// Exported and imported again, nothing changes: workbook and JSON, the content as it is and whatever else may be written.
import fs from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentDir } from '../../api/content/read.ts';
import { readAny } from '../../api/exchange/any.ts';
import { nationalOf } from '../../api/exchange/national.ts';
import { type Ground, planImport } from '../../api/exchange/plan.ts';
import { procedureWorkbook } from '../../api/exchange/tools/procedure-workbook.ts';
import { worksheetsOf } from '../support/worlds/office-files.ts';
import { procedureYaml } from '../../api/exchange/tools/yaml-text.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';
import { ProcedureFile } from '../../api/procedures/schema.ts';
import { generatedProcedure, stateOf } from '../support/worlds/generated-procedures.ts';

type Files = ReadonlyMap<string, ProcedureFile>;
const files = await readProcedureFiles(contentDir);
const against = (present: Files): Ground => ({
  files: present,
  decisions: [],
  decision: null,
  review: { state: 'needs-review', on: null, by: null },
  changedBy: 'amend',
  rename: false,
  units: new Set(),
});
const throughWorkbook = async (from: Files, internal = true) =>
  readAny('a.xlsx', await worksheetsOf(await procedureWorkbook(from, { internal })));
const throughJson = (from: Files) =>
  readAny('a.json', JSON.stringify({ procedures: [...from].map(([slug, file]) => nationalOf(slug, file)) }));
const summary = ({ changes, absent, refusals }: ReturnType<typeof planImport>) => ({
  changed: changes
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ slug, parts, others }) => ({ slug, parts, others })),
  absent,
  refusals,
});
const nothing = { changed: [], absent: [], refusals: [] };

describe('the 81 procedures of content/', () => {
  test('come back from a workbook unchanged', async () => {
    const reading = await throughWorkbook(files);
    expect(reading.refusals).toEqual([]);
    expect(summary(planImport(reading.incoming, against(files)))).toEqual(nothing);
  });

  test('come back from the public copy unchanged, which holds none of the working notes', async () => {
    const grids = await worksheetsOf(await procedureWorkbook(files));
    const notes = [...files.values()].flatMap(({ provenance }) => [
      provenance.unverifiedCode,
      provenance.reviewerNote,
    ]);
    const cells = new Set(grids.flatMap(({ rows }) => rows.flat()));
    expect(notes.filter((note) => note !== null && cells.has(note))).toEqual([]);
    expect(notes.filter(Boolean).length).toBeGreaterThan(5);
    const { incoming } = readAny('a.xlsx', grids);
    expect(summary(planImport(incoming, against(files)))).toEqual(nothing);
  });

  test('come back from JSON unchanged', () => {
    expect(summary(planImport(throughJson(files).incoming, against(files)))).toEqual(nothing);
  });

  test('are written over themselves byte for byte, and anew in the style of their files', async () => {
    for (const [slug, file] of files) {
      const present = await fs.readFile(path.join(contentDir, `procedures/${slug}.yaml`), 'utf8');
      expect(procedureYaml(file, present)).toBe(present);
    }
    const present = await fs.readFile(path.join(contentDir, 'procedures/1.014446.yaml'), 'utf8');
    const file = ProcedureFile.parse(parse(present));
    expect(procedureYaml(file, null)).toBe(present);
  });
});

describe('any procedure', () => {
  const several = fc
    .array(generatedProcedure, { minLength: 1, maxLength: 3 })
    .map((all): Files => new Map(all.map((file, index) => [`thu-tuc-${index}`, file])));

  test('comes back from a workbook as it was: each part its value, none, or unknown', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(several, async (generated) => {
        const reading = await throughWorkbook(generated);
        expect(reading.refusals).toEqual([]);
        // Put into an empty content, so that nothing can be right only because it was left alone.
        const blank = planImport(
          reading.incoming.map((line, index) => ({ ...line, name: `${index}` })),
          against(new Map()),
        );
        expect(blank.changes.map(({ after }) => after)).toEqual([...generated.values()]);
        expect(summary(planImport(reading.incoming, against(generated)))).toEqual(nothing);
        for (const file of generated.values())
          for (const part of [file.steps, file.sets, file.timeLimit, file.fee, file.agencies.authority])
            seen.add(stateOf(part));
      }),
      { numRuns: 40 },
    );
    expect([...seen].toSorted()).toEqual(['given', 'none', 'unknown']);
  });

  test('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(several, (generated) => {
        const reading = throughJson(generated);
        expect(reading.refusals).toEqual([]);
        expect(summary(planImport(reading.incoming, against(generated)))).toEqual(nothing);
      }),
      { numRuns: 200 },
    );
  });

  test('is read from its YAML as it was written', () => {
    fc.assert(
      fc.property(generatedProcedure, generatedProcedure, (file, other) => {
        const text = procedureYaml(file, null);
        expect(ProcedureFile.parse(parse(text))).toEqual(file);
        expect(ProcedureFile.parse(parse(procedureYaml(other, text)))).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });
});
