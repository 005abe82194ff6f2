// A procedure whose legal basis has fallen says so in one sentence, from the day on which it fell.
import { describe, expect, it } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { disagreement } from '../../api/documents/decided.ts';
import { fallenBases } from '../../api/documents/fallen.ts';
import { libraryOn } from '../../api/documents/library.ts';
import { readDocumentFiles } from '../../api/documents/load.ts';
import { DocumentFile } from '../../api/documents/schema.ts';
import { citedName, fallenSentence } from '../../api/procedures/fallen.ts';

const files = await readDocumentFiles(contentDir);
const resting = (...numbers: string[]) => [
  { slug: 'thu', name: 'Thủ tục thử', legalBasis: numbers.map((number) => ({ number, title: null })) },
];
const sentenceOn = (day: string, ...numbers: string[]) =>
  fallenSentence(fallenBases(libraryOn(files, resting(...numbers), day), day).get('thu') ?? []);

describe('the sentence of a procedure', () => {
  it('says what has fallen, since when and what has taken its place', () => {
    expect(sentenceOn('2026-07-01', '132/2008/NĐ-CP').replace('01/07/', '01/7/')).toBe(
      'Căn cứ Nghị định số 132/2008/NĐ-CP hết hiệu lực từ 01/7/2026, được thay bằng Nghị định số 37/2026/NĐ-CP: trước khi chuẩn bị hồ sơ, xin hỏi cơ quan tiếp nhận quy định đang áp dụng.',
    );
    expect(sentenceOn('2026-06-30', '132/2008/NĐ-CP')).toBe('');
  });
  it('names the part where only a part has fallen, and all that has fallen in one sentence', () => {
    expect(sentenceOn('2026-11-29', '74/2018/NĐ-CP', '154/2018/NĐ-CP')).toMatch(
      /^Căn cứ (Nghị định số 74\/2018\/NĐ-CP|Điều 4 Nghị định số 154\/2018\/NĐ-CP) .+; .+: trước khi/,
    );
    expect(sentenceOn('2026-11-29', '154/2018/NĐ-CP')).toContain(
      'Căn cứ Điều 4 Nghị định số 154/2018/NĐ-CP hết hiệu lực',
    );
  });
  it('guesses nothing: what nobody has read to have ended is not told', () => {
    expect(sentenceOn('2026-11-29', '142/2020/NĐ-CP', '29/2013/QH13', '20/2008/NĐ-CP', '1/2999/NĐ-CP')).toBe(
      '',
    );
  });
  it('keeps the name of what has no number', () => {
    expect(citedName('Nghị định 37/2026/NĐ-CP')).toBe('Nghị định số 37/2026/NĐ-CP');
    expect(citedName('Nghị định số 37/2026/NĐ-CP')).toBe('Nghị định số 37/2026/NĐ-CP');
    expect(citedName('Kế hoạch truyền thông')).toBe('Kế hoạch truyền thông');
  });
});

describe('a decision that the library holds too', () => {
  const document = DocumentFile.parse({
    number: '1/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh A',
    province: 'A',
    issuedOn: '2026-01-05',
    title: null,
    titleFrom: null,
    effect: null,
    period: null,
    file: null,
    sources: [],
    note: null,
  });
  const library = libraryOn([{ slug: 'mot', file: document }], [], '2026-11-29');
  const decision = {
    slug: 'mot',
    number: '01/QĐ-UBND',
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh A',
    signedOn: '2026-01-05',
    effectiveOn: null,
  };
  it('has one issuer and one day of effect, or the start says where they differ', () => {
    expect(disagreement([decision], library)).toEqual([]);
    expect(disagreement([{ ...decision, authority: 'Ủy ban nhân dân tỉnh A' }], library)[0]).toContain(
      'cơ quan ban hành',
    );
    const other = { ...decision, effectiveOn: '2026-02-01' };
    expect(
      disagreement(
        [other],
        libraryOn(
          [
            {
              slug: 'mot',
              file: {
                ...document,
                effect: { state: 'in-force', from: '2026-03-01', to: null, certainty: 'read', note: null },
              },
            },
          ],
          [],
          '2026-11-29',
        ),
      )[0],
    ).toContain('ngày có hiệu lực');
  });
});
