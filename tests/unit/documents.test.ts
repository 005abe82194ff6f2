// The library's promises: one spelling of numbers, relations from both sides, an effect that says how sure it is.
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { effectOn } from '../../api/documents/effect.ts';
import { filterDocuments } from '../../api/documents/filter.ts';
import { byNumber, libraryOn } from '../../api/documents/library.ts';
import { readDocumentFiles } from '../../api/documents/load.ts';
import { numberInFull } from '../../api/documents/labels.ts';
import { normaliseNumber, yearInNumber } from '../../api/documents/number.ts';
import { DocumentFile } from '../../api/documents/schema.ts';

const plain: DocumentFile = DocumentFile.parse({
  number: '1/2020/NĐ-CP',
  kind: 'Nghị định',
  issuer: 'Chính phủ',
  province: null,
  issuedOn: '2020-01-02',
  title: 'Về một việc thử',
  titleFrom: 'source',
  effect: null,
  period: null,
  file: null,
  sources: [],
  note: null,
});

describe('the number of a document', () => {
  test.each([
    ['63/2010/NĐ-CP', '63/2010/nđ-cp'],
    ['63/2010/NĐ-CP', 'số 63/2010/ND–CP'],
    ['05/2007/QH12', '5/2007/QH12'],
    ['126/KHTU', '126-KH/TU'],
    ['382/QĐ-UBND', '382 /QĐ - UBND'],
    ['63/2010/NĐ-CP', '63/2010/NĐ-CP'.normalize('NFD')],
    ['63/2010/NĐ-CP', '63/2010/NÐ-CP'],
  ])('%s is %s', (one, other) => {
    expect(normaliseNumber(one)).toBe(normaliseNumber(other));
  });

  test('different numbers stay different', () => {
    expect(normaliseNumber('1/22/QH1')).not.toBe(normaliseNumber('12/2/QH1'));
    expect(normaliseNumber('20/QĐ-UBND')).not.toBe(normaliseNumber('20/2013/QĐ-UBND'));
  });

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string(), (text) => normaliseNumber(normaliseNumber(text)) === normaliseNumber(text)),
    );
  });

  test.each([
    ['20/2008/NĐ-CP', 'Nghị định số 20/2008/NĐ-CP'],
    ['05/2007/QH12', 'Luật số 05/2007/QH12'],
    ['36/2014/TTLT-BKHCN-BTC', 'Thông tư số 36/2014/TTLT-BKHCN-BTC'],
    ['766/QĐ-TTg', 'Quyết định số 766/QĐ-TTg'],
    ['TCVN ISO 9001:2015', 'TCVN ISO 9001:2015'],
  ])('%s is written in full as %s', (number, inFull) => {
    expect(numberInFull(number)).toBe(inFull);
  });

  test('carries the year where it is written', () => {
    expect(yearInNumber('268/2025/NĐ-CP')).toBe(2025);
    expect(yearInNumber('17-NQ/TW')).toBeNull();
  });
});

describe('whether a document holds', () => {
  const replaced = {
    kind: 'replaced-by',
    on: '2025-07-01',
    part: null,
    certainty: 'secondary',
    name: 'Nghị định 2',
  } as const;

  test('it is replaced from the day on which the other holds, and says how sure that is', () => {
    expect(effectOn(plain, [replaced], '2025-06-30').state).toBe('unknown');
    expect(effectOn(plain, [replaced], '2025-07-01')).toEqual({
      state: 'replaced',
      on: '2025-07-01',
      certainty: 'secondary',
      note: 'Thay thế bởi Nghị định 2',
    });
  });

  test('what is not known is not guessed', () => {
    expect(effectOn(plain, [], '2026-11-21')).toEqual({
      state: 'unknown',
      on: null,
      certainty: null,
      note: null,
    });
  });

  test('a plan is over after the last day of its years', () => {
    const plan = { ...plain, period: { from: 2021, to: 2021 } };
    expect(effectOn(plan, [], '2021-12-31').state).toBe('unknown');
    expect(effectOn(plan, [], '2022-01-01').state).toBe('period-over');
  });

  test('it waits for its day', () => {
    const effect = {
      state: 'in-force',
      from: '2026-07-01',
      to: null,
      certainty: 'read',
      note: null,
    } as const;
    expect(effectOn({ ...plain, effect }, [], '2026-06-30').state).toBe('not-yet');
    expect(effectOn({ ...plain, effect }, [], '2026-07-01').state).toBe('in-force');
  });
});

describe('a file of the library', () => {
  test.each([
    ['an unknown key', { loai: 'x' }],
    ['a title from nowhere', { titleFrom: null }],
    ['a day and a year', { year: 2020 }],
    [
      'a relation to two things',
      { relations: [{ kind: 'amends', document: 'a', number: 'b', certainty: 'read' }] },
    ],
    ['a relation to nothing', { relations: [{ kind: 'amends', certainty: 'read' }] }],
    ['years in the wrong order', { period: { from: 2025, to: 2020 } }],
    ['a source that is no address', { sources: ['công báo'] }],
  ])('is refused with %s', (_, wrong) => {
    expect(DocumentFile.safeParse({ ...plain, ...wrong }).success).toBe(false);
  });
});

/** What the portal says itself; procedures and their earlier contents have their own legal bases. */
function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|astro|yaml|md)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter(
        (name) => !/^content\/(procedures|versions|documents)\/|^api\/procedures\/exchange\//.test(name),
      ),
  );
}

describe('the library that is shipped', async () => {
  const files = await readDocumentFiles(contentDir);
  const library = libraryOn(files, [], '2026-11-21');
  const find = byNumber(library);

  test('holds the documents of the plans, the legal bases of the procedures and the law of 2025 and 2026', () => {
    expect(files).toHaveLength(201);
    expect(files.filter(({ file }) => file.namedBy.length > 0)).toHaveLength(65);
  });

  test('knows on which day Nghị định 37/2026/NĐ-CP ends what, and what only in part', () => {
    const on = (day: string) => byNumber(libraryOn(files, [], day));
    const state = (day: string, number: string) => on(day)(number)?.effect.state;
    for (const number of ['132/2008/NĐ-CP', '74/2018/NĐ-CP'])
      expect([state('2026-06-30', number), state('2026-07-01', number)]).toEqual(['in-force', 'replaced']);
    expect([state('2026-01-22', '43/2017/NĐ-CP'), state('2026-01-23', '43/2017/NĐ-CP')]).toEqual([
      'in-force',
      'replaced',
    ]);
    expect(on('2026-07-01')('43/2017/NĐ-CP')?.effect.on).toBe('2026-01-23');
    const part = on('2026-11-29')('154/2018/NĐ-CP');
    expect(part?.effect.state).toBe('in-force');
    expect(part?.relations.find(({ kind }) => kind === 'replaced-by')).toMatchObject({
      slug: '37-2026-nd-cp',
      part: 'Điều 4',
      on: '2026-07-01',
    });
    expect(state('2026-11-29', '42/2022/NĐ-CP')).toBe('replaced');
    // Nobody has read that these have ended: they stay as they are.
    for (const number of ['29/2013/QH13', '142/2020/NĐ-CP', '18/2008/QH12'])
      expect(state('2026-11-29', number)).toBe('unknown');
    expect(find('84/2025/QH15')).toMatchObject({ effect: { certainty: 'partly' } });
  });

  test('holds every document that the portal itself cites', () => {
    const cited =
      /\b\d{1,5}(?:\/\d{4})?\/(?:NĐ-CP|QH\d{1,2}|TT-[A-ZĐ]+|NQ-CP|QĐ-TTg|TB-[A-ZĐ]+)(?![A-ZĐ\d])/g;
    const missing = sourceFiles(['content', 'api', 'site']).flatMap((name) =>
      (fs.readFileSync(name, 'utf8').match(cited) ?? [])
        .filter((number) => !find(number))
        .map((number) => `${number} in ${name}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('tells a replacement from both sides', () => {
    const [old, now] = [find('61/2018/NĐ-CP'), find('118/2025/NĐ-CP')];
    expect(old?.effect.state).toBe('replaced');
    expect(old?.relations.find(({ kind }) => kind === 'replaced-by')).toMatchObject({
      slug: '118-2025-nd-cp',
      on: '2025-07-01',
      certainty: 'secondary',
    });
    expect(now?.relations.filter(({ kind }) => kind === 'replaces').map(({ slug }) => slug)).toEqual([
      '61-2018-nd-cp',
      '107-2021-nd-cp',
    ]);
  });

  test('tells both amendments of Nghị định 20/2008/NĐ-CP', () => {
    const amended = find('20/2008/NĐ-CP')?.relations.filter(({ kind }) => kind === 'amended-by');
    expect(amended?.map(({ name, on }) => [name, on])).toEqual([
      ['Nghị định 48/2013/NĐ-CP', '2013-07-01'],
      ['Nghị định 92/2017/NĐ-CP', '2017-09-25'],
    ]);
  });

  test('names the plan itself to the reader, never a file of the workshop', () => {
    for (const { slug } of files) {
      const text = fs.readFileSync(`content/documents/${slug}.yaml`, 'utf8');
      expect(text, slug).not.toMatch(/văn bản nguồn|\b00[0-4]\b/i);
    }
    expect(find('63/2010/NĐ-CP')?.namedBy.map(({ slug }) => slug)).toEqual([
      'ke-hoach-tuyen-truyen-cchc-nam-2020',
      'ke-hoach-truyen-thong-kstthc-nam-2024-ba-ria-vung-tau',
    ]);
  });

  test('leaves a number that two documents carry to the reader', () => {
    expect(find('05-NQ/TU')).toBeUndefined();
    expect(find('20/QĐ-UBND')?.slug).toBe('20-2013-qd-ubnd');
  });

  test('is found without marks, by any spelling of a number, and by year', () => {
    const found = (question: Parameters<typeof filterDocuments>[1]) =>
      filterDocuments(library, question).map(({ slug }) => slug);
    expect(found({ q: 'phan anh kien nghi' })).toEqual(['20-2008-nd-cp']);
    expect(found({ q: '63/2010/nd-cp' })).toEqual(['63-2010-nd-cp']);
    expect(found({ kind: 'Nghị định', year: 2025 })).toEqual([
      '367-2025-nd-cp',
      '262-2025-nd-cp',
      '265-2025-nd-cp',
      '267-2025-nd-cp',
      '268-2025-nd-cp',
      '133-2025-nd-cp',
      '118-2025-nd-cp',
      '356-2025-nd-cp',
    ]);
    expect(found({ effect: 'replaced' })).toHaveLength(20);
    expect(found({ effect: 'replaced', year: 2018 })).toEqual(
      expect.arrayContaining(['61-2018-nd-cp', '74-2018-nd-cp', '01-2018-tt-vpcp']),
    );
    expect(found({ q: 'khong co van ban nay' })).toEqual([]);
  });
});
