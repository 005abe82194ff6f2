// What the way-finder promises: every row of answers ends in a way within six questions, and every way is reached.
import { describe, expect, test } from 'vitest';
import { contentDir, readYaml } from '../../api/content/read.ts';
import { Ways } from '../../api/ways/schema.ts';
import { everyRow, faultsOf, walk } from '../../api/ways/walk.ts';

const { ways, questions } = await readYaml(contentDir, 'ways.yaml', Ways);
const rows = everyRow(questions);
const ends = rows.flatMap((row) => {
  const here = walk(questions, row);
  return here?.at === 'way' ? [[row.join('/'), here.way]] : [];
});
const asked = (...answers: string[]) => {
  const here = walk(questions, answers);
  return here?.at === 'question' ? [here.question.id, here.mostLeft] : here?.way;
};

describe('the questions of the portal', () => {
  test('sort every story into one of seven ways', () => {
    expect(ends).toEqual([
      ['hoi', 'hoi-dap'],
      ['gap', 'tiep-cong-dan'],
      ['trang-web', 'gop-y'],
      ['noi/quy-dinh', 'quy-dinh'],
      ['noi/viec-lam/co/xu-ly', 'to-cao'],
      ['noi/viec-lam/khong/khong', 'hanh-vi'],
      ['noi/viec-lam/co/lam-dung/khong', 'hanh-vi'],
      ['noi/viec-lam/khong/co/xem-xet-lai', 'khieu-nai'],
      ['noi/viec-lam/khong/co/chan-chinh', 'hanh-vi'],
      ['noi/viec-lam/co/lam-dung/co/xem-xet-lai', 'khieu-nai'],
      ['noi/viec-lam/co/lam-dung/co/chan-chinh', 'hanh-vi'],
    ]);
    expect(new Set(ends.map(([, way]) => way))).toEqual(new Set(ways.map(({ id }) => id)));
  });

  test('are six in all, and nobody is asked more', () => {
    expect(questions.map(({ id }) => id)).toEqual([
      'viec-gi',
      've-dieu-gi',
      'vi-pham',
      'mong-gi',
      'quyen-cua-minh',
      'cach-giai-quyet',
    ]);
    expect(Math.max(...rows.map((row) => row.length))).toBe(6);
    expect(
      faultsOf(
        questions,
        ways.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  test('say how many may still come', () => {
    expect(asked()).toEqual(['viec-gi', 6]);
    expect(asked('noi', 'viec-lam', 'khong')).toEqual(['quyen-cua-minh', 2]);
    expect(asked('noi', 'viec-lam', 'co', 'lam-dung', 'co')).toEqual(['cach-giai-quyet', 1]);
  });

  test('lead nowhere for answers that they do not have', () => {
    expect(asked('khong-co')).toBeUndefined();
    expect(asked('hoi', 'noi')).toBeUndefined();
    expect(asked('viec-lam')).toBeUndefined();
  });
});

describe('khiếu nại and tố cáo', () => {
  const way = (id: string) => ways.find((candidate) => candidate.id === id);

  test('are never taken by the form, and name the letter and who receives it', () => {
    for (const id of ['khieu-nai', 'to-cao']) {
      expect(way(id)).toMatchObject({ taken: false, letter: { certainty: 'secondary', template: null } });
      expect(way(id)?.action).toBeUndefined();
    }
    expect(way('to-cao')?.receivers).toEqual(['tiep-cong-dan-so', 'ban-tiep-cong-dan', 'thanh-tra-tinh']);
    expect(way('to-cao')?.form).toContain('Chỉ bằng đơn hoặc đến trình bày trực tiếp');
  });

  test('mark the numbers that were not read in the official text', () => {
    const unsure = ways.flatMap(({ times }) =>
      times.flatMap((time) =>
        typeof time === 'object' && time.certainty === 'secondary' ? [time.text] : [],
      ),
    );
    expect(unsure.map((text) => text.slice(0, 40))).toEqual([
      'Thụ lý trong 07 ngày làm việc kể từ ngày',
      'Rút tố cáo bằng đơn (Mẫu số 02) hoặc biê',
      'Người tiết lộ danh tính người tố cáo bị ',
      'Báo cho người được tiếp trực tuyến chậm ',
      'Thông báo kết quả xử lý kiến nghị, phản ',
    ]);
  });

  test('stand on the law of 2026: articles in full, and terms that run from the day of thụ lý', () => {
    expect(way('to-cao')?.law).toBe(
      'Luật Tố cáo số 25/2018/QH14, được sửa đổi, bổ sung bởi Luật số 136/2025/QH15 (từ 01/7/2026); Nghị định số 31/2019/NĐ-CP, được sửa đổi, bổ sung bởi Nghị định số 156/2026/NĐ-CP (từ 01/7/2026)',
    );
    const settled = way('khieu-nai')?.times.flatMap((time) =>
      typeof time === 'object' && time.text.startsWith('Giải quyết') ? [time] : [],
    );
    expect(settled?.map(({ source }) => source)).toEqual([
      'Điều 28 Luật Khiếu nại số 02/2011/QH13',
      'Điều 37 Luật Khiếu nại số 02/2011/QH13',
    ]);
    for (const { text } of settled ?? []) expect(text).toContain('kể từ ngày thụ lý');
    expect(way('tiep-cong-dan')?.law).toContain('Nghị định số 154/2026/NĐ-CP');
  });
});

describe('a set of questions is refused', () => {
  const question = (id: string, ...to: object[]) => ({
    id,
    text: 'Câu hỏi?',
    answers: to.map((leads, index) => ({ id: index === 0 ? 'co' : 'khong', text: 'Trả lời', ...leads })),
  });

  test('when it goes round in a circle', () => {
    const circle = [
      question('a', { question: 'b' }, { way: 'x' }),
      question('b', { question: 'a' }, { way: 'x' }),
    ];
    expect(faultsOf(circle, ['x'])).toEqual([
      'Quá 6 câu hỏi, hoặc câu hỏi đi vòng: “co › co › co › co › co › co › co”.',
    ]);
  });

  test('when a question or a way is not there, is never reached, or is named twice', () => {
    expect(faultsOf([question('a', { question: 'b' }, { way: 'x' })], ['x'])).toEqual([
      'Câu trả lời “co” dẫn tới câu hỏi không có.',
    ]);
    expect(faultsOf([question('a', { way: 'z' }, { way: 'x' })], ['x', 'y'])).toEqual([
      'Không câu trả lời nào dẫn tới đường “y”.',
      'Câu trả lời dẫn tới đường không có: “z”.',
    ]);
    const alone = [question('a', { way: 'x' }, { way: 'x' }), question('b', { way: 'x' }, { way: 'x' })];
    expect(faultsOf(alone, ['x'])).toEqual(['Không câu trả lời nào dẫn tới câu hỏi “b”.']);
    expect(faultsOf([alone[0]!, alone[0]!], ['x'])).toEqual(['Mã “a” dùng hai lần.']);
  });
});
