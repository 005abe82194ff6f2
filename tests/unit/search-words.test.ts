// How Vietnamese words are compared, and how keystrokes, glued words and slips are undone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedCode, codeKey, isAskedCode } from '../../api/search/codes.ts';
import { distance } from '../../api/search/distance.ts';
import { isSyllable } from '../../api/text/syllable.ts';
import { undoTelex } from '../../api/search/telex.ts';
import { agreement, keysOf, wordsOf } from '../../api/search/text.ts';
import { undoVni } from '../../api/search/vni.ts';

const tones = (text: string) => wordsOf(text).map(({ tone }) => tone);
const folds = (text: string) => wordsOf(text).map(({ fold }) => fold);

describe('words', () => {
  test('have one tone key for both ways of placing the tone', () => {
    expect(tones('hoà huỷ thuý khoẻ')).toEqual(tones('hòa hủy thúy khỏe'));
    expect(tones('nhãn hiêụ')).toEqual(tones('nhãn hiệu'));
  });

  test('are folded without marks, đ as d, ký as kí', () => {
    expect(folds('Đăng ký KĨ THUẬT, quý/quí')).toEqual(['dang', 'ki', 'ki', 'thuat', 'qui', 'qui']);
    expect(folds('huy hui máy mái thy')).toEqual(['huy', 'hui', 'may', 'mai', 'thy']);
  });

  test('keep X-quang and KH&CN whole', () => {
    expect(folds('máy X-quang, KH&CN - chi nhánh')).toEqual(['may', 'xquang', 'khcn', 'chi', 'nhanh']);
  });

  test('stand where they stand in the text', () => {
    const text = 'Cấp Giấy phép (X-quang)';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Cấp',
      'Giấy',
      'phép',
      'X-quang',
    ]);
  });

  test('agree most with their very accents, and hardly with other ones', () => {
    const to = (typed: string, other: string) => agreement(keysOf(typed), keysOf(other));
    expect(to('thẻ', 'thẻ')).toBe(1);
    expect(to('the', 'thẻ')).toBe(0.96);
    expect(to('hiêu', 'hiệu')).toBe(0.92);
    expect(to('sữa', 'sửa')).toBe(0.85);
    expect(to('thể', 'thẻ')).toBe(0.3);
  });

  test('of any text are found without an error, at rising places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});

describe('keystrokes', () => {
  test.each([
    ['giaays', 'giấy'],
    ['pheps', 'phép'],
    ['luwowngf', 'lường'],
    ['dduwowcj', 'được'],
    ['dduowcj', 'được'],
    ['bucws', 'bức'],
    ['buwu', 'bưu'],
    ['quyeets', 'quyết'],
    ['nghieepj', 'nghiệp'],
    ['vachj', 'vạch'],
    ['chinhs', 'chính'],
    ['kys', 'ký'],
    ['quys', 'quý'],
    // w alone is ư, and hooks what can be hooked
    ['chwngs', 'chứng'],
    ['nwowcs', 'nước'],
    ['vuawf', 'vừa'],
    ['cuuws', 'cứu'],
    ['ruouwj', 'rượu'],
    ['luwongf', 'lường'],
    ['quawn', 'quăn'],
  ])('of Telex: %s is %s', (typed, meant) => expect(undoTelex(typed)).toBe(keysOf(meant).tone));

  test.each([
    ['giay61', 'giấy'],
    ['d9o', 'đo'],
    ['lu7o7ng2', 'lường'],
    ['luong72', 'lường'],
    ['d9ie65n', 'điện'],
    ['ba8ng1', 'bắng'],
    ['vua72', 'vừa'],
    ['cuu71', 'cứu'],
  ])('of VNI: %s is %s', (typed, meant) => expect(undoVni(typed)).toBe(keysOf(meant).tone));

  test('are not seen where there are none', () => {
    expect(undoTelex('nghe')).toBe(null);
    expect(undoVni('9001')).toBe(null);
    expect(undoVni('covid20')).toBe(null);
  });
});

test('letters missed, doubled, mistaken or swapped are one step each', () => {
  expect(distance('vah', 'vach', 2)).toBe(1);
  expect(distance('haoan', 'hoan', 2)).toBe(1);
  expect(distance('nhna', 'nhan', 2)).toBe(1);
  expect(distance('buc', 'xa', 2)).toBe(3);
  expect(distance('bitcoin', 'buc', 1)).toBe(2);
});

test('a syllable is told from a slip', () => {
  for (const fold of ['but', 'hon', 'nghiem', 'quyet', 'uy', 'giay', 'xa', 'khuya', 'thoai'])
    expect(isSyllable(fold), fold).toBe(true);
  for (const fold of ['chnh', 'vah', 'dag', 'chuen', 'bitcoin', 'asdf', 'zzz'])
    expect(isSyllable(fold), fold).toBe(false);
});

describe('codes', () => {
  test.each([
    '1.001786',
    '1001786',
    'TTHC-1.001786',
    'tthc 1.001786',
    'mã 1.001786 nhé',
    '1.001786.000.00.00.H48',
    '1.001786.H48',
    '1,001786',
  ])('are read from “%s”', (query) => {
    expect(askedCode(query)).toMatchObject({ key: '1001786', how: 'whole' });
  });

  test('may be begun or be the end', () => {
    expect(askedCode('2.0023')).toMatchObject({ key: '20023', how: 'start' });
    expect(askedCode('001786')).toMatchObject({ key: '001786', how: 'end' });
    const end = askedCode('001786');
    expect(end && isAskedCode(codeKey('1.001786'), end)).toBe(true);
  });

  test('are not telephone numbers, years or standards', () => {
    for (const query of ['0905123456', 'năm 2026', 'ISO 9001', '12345'])
      expect(askedCode(query), query).toBe(null);
  });

  test('of documents are numbers with a stroke', () => {
    expect(askedCode('nghị định 20/2008/NĐ-CP')).toMatchObject({ key: '202008ndcp', isWords: true });
  });
});
