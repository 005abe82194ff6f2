// What "similar ones first" promises: like wording is found and explained, unlike wording is left alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSimilar, similarity } from '../../api/similar/score.ts';
import { runsOf } from '../../api/similar/words.ts';

const paper = 'Biểu mẫu vẫn đòi nộp bản giấy trong khi hồ sơ đã nộp trực tuyến.';
const late = 'Trả kết quả cấp phép trễ hẹn năm ngày mà không có thông báo.';
const fee = 'Phí thẩm định công nghệ ghi trên trang khác với mức thu tại quầy.';
const answers = [paper, late, fee].map((text, index) => ({ number: `PAKN-2026-00000${index + 1}`, text }));
const numbersFor = (text: string) => findSimilar(answers, text).map(({ candidate }) => candidate.number);
const written = (text: string) => runsOf(text).map((run) => run.map((word) => word.written).join(' '));

describe('words', () => {
  test('stand in runs that end at punctuation, at empty words and at what every letter says', () => {
    expect(written('Tôi đã nộp bản giấy, nhưng cán bộ vẫn đòi bản sao có công chứng.')).toEqual([
      'nộp bản giấy',
      'đòi bản sao',
      'công chứng',
    ]);
  });

  test('of a text without accents lose only those empty words that look like no other', () => {
    expect(written('Toi da nop ban giay nhung can bo van doi ban sao.')).toEqual([
      'nop ban giay',
      'van doi ban sao',
    ]);
  });
});

describe('likeness', () => {
  test('of a text with itself is whole, and with a text on something else nothing', () => {
    expect(similarity(paper, paper).score).toBeCloseTo(1, 10);
    expect(similarity(paper, fee)).toEqual({ score: 0, shared: [] });
  });

  test('names the shared phrases as the answer writes them, the longest first', () => {
    const { shared } = similarity('Tôi nộp trực tuyến rồi mà họ đòi nộp bản giấy nữa.', paper);
    expect(shared).toEqual(['đòi nộp bản giấy', 'nộp trực tuyến']);
  });

  test('tells words apart by their accents when both texts have them', () => {
    expect(similarity('Cửa hàng bán giày da nhập khẩu.', 'Đòi nộp bản giấy công chứng.').score).toBe(0);
  });

  test('reads a text without accents by its letters', () => {
    const { shared } = similarity('Toi nop truc tuyen roi ma ho van doi nop ban giay.', paper);
    expect(shared).toEqual(['đòi nộp bản giấy', 'nộp trực tuyến']);
  });

  test('does not mind where the tone is set, nor in which form the text is stored', () => {
    const old = 'Hoà giải tranh chấp thuỷ lợi';
    expect(similarity(old, 'Hòa giải tranh chấp thủy lợi'.normalize('NFD')).score).toBeCloseTo(1, 10);
  });

  test('asks for two neighbouring words: single syllables prove nothing', () => {
    expect(similarity('Giấy nộp bản trực', 'Tuyến giấy rất nộp và bản').score).toBe(0);
  });
});

describe('finding', () => {
  test('offers what has been answered about the same thing', () => {
    expect(
      numbersFor(
        'Hôm qua tôi lên nộp hồ sơ. Đã nộp trực tuyến rồi, nhưng bộ phận một cửa bắt nộp bản giấy lần nữa.',
      ),
    ).toEqual(['PAKN-2026-000001']);
    expect(
      numbersFor('Giấy phép của tôi bị trễ hẹn đã một tuần, không ai báo lại khi nào trả kết quả.'),
    ).toEqual(['PAKN-2026-000002']);
  });

  test('offers nothing where nothing is alike', () => {
    expect(numbersFor('Đường vào trụ sở ngập nước mỗi khi mưa lớn, xe không vào được.')).toEqual([]);
    expect(numbersFor('Tôi phản ánh cán bộ của cơ quan về thủ tục, hồ sơ và quy định.')).toEqual([]);
    expect(findSimilar([], paper)).toEqual([]);
  });

  test('offers at most three, the likest first, the newest first among equals', () => {
    const same = ['d', 'c', 'b', 'a'].map((id) => ({ id, text: paper }));
    expect(findSimilar(same, paper).map(({ candidate }) => candidate.id)).toEqual(['d', 'c', 'b']);
    const mixed = [
      { id: 'part', text: `${paper} Trang hướng dẫn ghi khác.` },
      { id: 'whole', text: paper },
    ];
    expect(findSimilar(mixed, paper).map(({ candidate }) => candidate.id)).toEqual(['whole', 'part']);
  });

  test('weighs a rare phrase more than one that every answer has', () => {
    const boards = ['máy quang phổ', 'cân phân tích', 'tủ ấm vi sinh'].map((device) => ({
      device,
      text: `Kiểm định ${device} chậm trả giấy chứng nhận`,
    }));
    expect(findSimilar(boards, 'Kiểm định cân phân tích chậm')[0]?.candidate.device).toBe('cân phân tích');
  });

  test('is the same every time, between nothing and one, and never trips over a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        const once = similarity(a, b);
        expect(similarity(a, b)).toEqual(once);
        expect(once.score).toBeGreaterThanOrEqual(0);
        expect(once.score).toBeLessThanOrEqual(1.000001);
      }),
    );
  });
});
