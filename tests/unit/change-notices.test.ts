// What citizens are told of each decision: what changed, from what to what, from which day.
import { describe, expect, test } from 'vitest';
import { changeNotices } from '../../api/procedures/decisions/notices.ts';
import type { Decision } from '../../api/procedures/decisions/schema.ts';
import type { StoredProcedure } from '../../api/procedures/on-day.ts';
import { partWords } from '../../api/procedures/part-words.ts';
import { ProcedurePart } from '../../api/procedures/parts.ts';
import { decision, procedureFile, stored, timeLimit } from '../support/worlds/decisions.ts';

const notices = (decisions: Decision[], procedures: StoredProcedure[]) =>
  changeNotices({ decisions, stored: procedures });
const before = (by: string, until: string, more: Record<string, unknown>) => ({
  by,
  until,
  content: procedureFile(more),
});

test('an amendment tells each changed part before and after, in words, with what both share', () => {
  const amended = decision('d1', '2026-03-02', [
    { op: 'amend', procedure: 'a', parts: ['timeLimit'], note: 'Theo nghị định thử' },
  ]);
  const a = stored('a', { timeLimit: timeLimit(10), applicants: ['Công dân', 'Doanh nghiệp'] }, [
    before('d1', '2026-03-02', { timeLimit: timeLimit(15), applicants: ['Công dân'] }),
  ]);
  expect(notices([amended], [a])).toEqual([
    {
      id: 'd1/a',
      isInferred: false,
      decision: 'd1',
      number: 'd1/QĐ-THỬ',
      op: 'amend',
      label: 'Sửa đổi, bổ sung',
      sentence: 'Thủ tục vẫn còn; một số nội dung đổi.',
      procedure: { slug: 'a', code: null, name: 'Thủ tục thử nghiệm', field: 'Bưu chính' },
      replaces: [],
      on: '2026-03-02',
      parts: [
        {
          part: 'timeLimit',
          label: 'Thời hạn giải quyết',
          before: [{ text: '15 ngày làm việc', kept: false }],
          after: [{ text: '10 ngày làm việc', kept: false }],
        },
        {
          part: 'applicants',
          label: 'Đối tượng thực hiện',
          before: [{ text: 'Công dân', kept: true }],
          after: [
            { text: 'Công dân', kept: true },
            { text: 'Doanh nghiệp', kept: false },
          ],
        },
      ],
      note: 'Theo nghị định thử',
    },
  ]);
});

describe('chuẩn hóa', () => {
  const standardised = decision('d1', '2026-03-02', [
    { op: 'standardise', procedure: 'same' },
    { op: 'standardise', procedure: 'kept' },
    { op: 'standardise', procedure: 'other', parts: [] },
  ]);

  test('gives a notice only where the content really differs', () => {
    const given = notices(
      [standardised],
      [
        stored('same', {}, [before('d1', '2026-03-02', {})]),
        stored('kept'),
        stored('other', { name: 'Tên mới' }, [before('d1', '2026-03-02', { name: 'Tên cũ' })]),
      ],
    );
    expect(given.map(({ id }) => id)).toEqual(['d1/other']);
    expect(given[0]?.parts.map(({ part }) => part)).toEqual(['name']);
  });

  test('a figure set right behind the same words is no change to a reader', () => {
    const counted = { fee: { text: '10.000 đồng', amountVnd: 10000 } };
    const uncounted = { fee: { text: '10.000 đồng', amountVnd: null } };
    expect(
      notices([standardised], [stored('other', counted, [before('d1', '2026-03-02', uncounted)])]),
    ).toEqual([]);
  });
});

test('without what stood before, a part that the decision names is told without a comparison', () => {
  const amended = decision('d1', '2026-03-02', [{ op: 'amend', procedure: 'a', parts: ['fee'] }]);
  expect(notices([amended], [stored('a')])[0]?.parts).toEqual([
    { part: 'fee', label: 'Phí, lệ phí', before: null, after: null },
  ]);
});

test('two decisions on one procedure are compared each with what stood right before it', () => {
  const decisions = [
    decision('d2', '2026-05-04', [{ op: 'amend', procedure: 'a' }]),
    decision('d1', '2026-03-02', [{ op: 'amend', procedure: 'a' }]),
  ];
  const a = stored('a', { timeLimit: timeLimit(5) }, [
    before('d1', '2026-03-02', { timeLimit: timeLimit(15) }),
    before('d2', '2026-05-04', { timeLimit: timeLimit(10) }),
  ]);
  const sides = notices(decisions, [a]).map(({ decision: by, parts }) => [
    by,
    ...parts.map((part) => [part.before?.[0]?.text, part.after?.[0]?.text]),
  ]);
  expect(sides).toEqual([
    ['d2', ['10 ngày làm việc', '5 ngày làm việc']],
    ['d1', ['15 ngày làm việc', '10 ngày làm việc']],
  ]);
});

test('new, replacing, repealing and correcting always give one, the newest day first', () => {
  const decisions = [
    decision('d1', '2026-03-02', [
      { op: 'replace', procedure: 'b', replaces: ['a'] },
      { op: 'new', procedure: 'c' },
    ]),
    decision('d2', '2026-12-01', [{ op: 'repeal', procedure: 'c' }]),
    decision('d3', '2026-04-01', [{ op: 'correct', procedure: 'b' }]),
  ];
  const given = notices(decisions, [stored('a', { name: 'Thủ tục cũ' }), stored('b'), stored('c')]);
  expect(given.map(({ id, label, on }) => [id, label, on])).toEqual([
    ['d2/c', 'Bãi bỏ', '2026-12-01'],
    ['d3/b', 'Đính chính', '2026-04-01'],
    ['d1/b', 'Thay thế', '2026-03-02'],
    ['d1/c', 'Mới ban hành', '2026-03-02'],
  ]);
  expect(given[2]?.replaces).toEqual([{ slug: 'a', name: 'Thủ tục cũ' }]);
});

test('every part has words, also where nothing is known', () => {
  for (const part of ProcedurePart.options)
    expect(
      partWords(part, procedureFile()).every((line) => line.length > 0 && !/chưa có thông tin/i.test(line)),
    ).toBe(true);
  const full = procedureFile({
    methods: [{ channel: 'online', text: 'Nộp trên Cổng', time: '5 ngày', fee: '10.000 đồng' }],
    dossier: [{ name: 'Cấp mới', papers: [{ name: 'Đơn', form: 'Mẫu 1', copies: '01 bản chính' }] }],
    legalBasis: [{ number: '1/2026/NĐ-THỬ', title: 'Nghị định thử' }],
    fee: { none: 'Không' },
    agencies: { ...procedureFile().agencies, executing: ['Phòng thử nghiệm'] },
  });
  expect(partWords('methods', full)).toEqual(['Trực tuyến: Nộp trên Cổng; thời hạn 5 ngày; phí 10.000 đồng']);
  expect(partWords('dossier', full)).toEqual(['Cấp mới: Đơn; Mẫu 1; 01 bản chính']);
  expect(partWords('legalBasis', full)).toEqual(['1/2026/NĐ-THỬ, Nghị định thử']);
  expect(partWords('fee', full)).toEqual(['Không có']);
  expect(partWords('agencies', full)[0]).toBe('Cơ quan thực hiện: Phòng thử nghiệm');
  expect(partWords('agencies', full)[1]).toBe('Cơ quan có thẩm quyền: Sở chưa công bố');
});
