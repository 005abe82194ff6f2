// Surveys as pure rules: the questionnaire's schema, valid forms, what an answer adds, the figures, the covering of texts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { RatingReason, RatingScore } from '../../api/cases/schema.ts';
import { measuresOf, quarterOf, readAnswers, standingOf } from '../../api/surveys/answers.ts';
import { readSurveys } from '../../api/surveys/load.ts';
import { differencesOf, paperStateOf } from '../../api/surveys/paper.ts';
import { attentionOf, stateOf } from '../../api/surveys/round.ts';
import { questionsOf, SurveyFile, type Survey } from '../../api/surveys/schema.ts';
import { changeOf, itemShare, pooledScore, pooledShare, scoreOf, shareOf } from '../../api/surveys/tally.ts';
import { maskedText } from '../../api/surveys/text-masking.ts';
import { formOf } from '../support/portal/survey.ts';

const surveys = await readSurveys(contentDir);
const survey = surveys.get('muc-do-hai-long') as Survey;
const { id: _id, ...file } = survey;

describe('the questionnaire of the department', () => {
  it('asks A1–A5, B1–B6, C1–C14, D1–D2 in this order', () => {
    expect(questionsOf(survey).map(({ code }) => code)).toEqual(
      'A1 A2 A3 A4 A5a A5b B1 B2 B3 B4 B5 B6 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14 D1 D2'.split(' '),
    );
  });

  it('gives the points of Thông tư 01/2018/TT-VPCP', () => {
    const points = questionsOf(survey).flatMap((question) =>
      question.kind === 'choice' && question.feeds
        ? [[question.code, question.options?.map((option) => option.points)]]
        : [],
    );
    expect(points).toEqual([
      ['B1', [2, 1, 0, 'not-counted']],
      ['B2', [2, 1, 0]],
      ['B3', [2, 1, 0]],
    ]);
  });

  it('puts C1–C13 into five groups and leaves C14 by itself', () => {
    const groups = questionsOf(survey).flatMap((question) =>
      question.kind === 'scale5' ? [question.group] : [],
    );
    expect(groups.join(' ')).toBe('I I II II II II III III III IV IV V V ');
  });

  it.each([
    ['a code used twice', (one: any) => (one.sections[0].questions[1].code = 'A1'), 'đã dùng'],
    ['a group that is not there', (one: any) => (one.sections[2].questions[0].group = 'VI'), 'nhóm tiêu chí'],
    [
      'a condition on a later question',
      (one: any) => (one.sections[0].questions[0].when = { question: 'B1', is: ['late'] }),
      'ở trước',
    ],
    [
      'a condition on no option',
      (one: any) => (one.sections[1].questions[1].when = { question: 'B1', is: ['never'] }),
      'có thật',
    ],
    ['points that feed nothing', (one: any) => (one.sections[1].questions[3].options[0].points = 2), 'feeds'],
    ['more choices than there are', (one: any) => (one.sections[3].questions[0].max = 7), 'nhiều hơn'],
    ['an unknown key', (one: any) => (one.colour = 'red'), 'colour'],
    ['a rule about no question', (one: any) => (one.valid.requires = ['A9']), 'không có trong phiếu'],
  ])('is refused with %s', (_what, spoil, sentence) => {
    const spoilt = structuredClone(file);
    spoil(spoilt);
    const parsed = SurveyFile.safeParse(spoilt);
    expect(parsed.error?.issues.map(({ message }) => message).join(' ')).toContain(sentence);
  });

  it('of the case rating offers just what is kept of a rating', () => {
    const labels = (code: string) =>
      Object.fromEntries(
        questionsOf(surveys.get('danh-gia-pakn') as Survey).flatMap((question) =>
          question.code === code && question.kind === 'choice'
            ? (question.options ?? []).map(({ value, label }) => [value, label])
            : [],
        ),
      );
    expect(Object.keys(labels('score'))).toEqual(RatingScore.options);
    expect(Object.values(labels('score'))).toEqual(['Hài lòng', 'Chấp nhận được', 'Không hài lòng']);
    expect(Object.keys(labels('reason'))).toEqual(RatingReason.options);
    expect(Object.values(labels('reason'))).toEqual([
      'Trả lời chậm',
      'Chưa đúng nội dung',
      'Thái độ phục vụ',
      'Lý do khác',
    ]);
  });
});

describe('a form', () => {
  const asked = { survey: file, procedures: ['1.014445'], month: '2026-11' };
  it('counts with A1 and 70 % of C: ten of fourteen, where no opinion is an answer', () => {
    const without = (...codes: string[]) =>
      standingOf(
        file,
        Object.fromEntries(Object.entries(formOf('none')).filter(([code]) => !codes.includes(code))),
      );
    expect(without('C1', 'C2', 'C3', 'C4')).toMatchObject({
      isValid: true,
      answered: 10,
      needed: 10,
      asked: 14,
    });
    expect(without('C1', 'C2', 'C3', 'C4', 'C5').isValid).toBe(false);
    expect(without('A1')).toMatchObject({ isValid: false, missing: ['A1'] });
  });

  it('drops what is empty and what was not asked, and keeps the order of the options', () => {
    const rating = surveys.get('danh-gia-pakn') as Survey;
    expect(
      readAnswers(
        { survey: rating, procedures: [], month: '2026-11' },
        { score: 'satisfied', reason: 'slow' },
      ),
    ).toEqual({ answers: { score: 'satisfied' }, errors: [] });
    expect(readAnswers(asked, { A1: '1.014445', A2: '', D1: ['papers', 'information'] }).answers).toEqual({
      A1: '1.014445',
      D1: ['information', 'papers'],
    });
  });

  it('adds its opinions on C1–C13 and the points of B1–B3', () => {
    expect(measuresOf(file, formOf(5, { C1: '3', C2: 'none', C14: '1', B1: 'waiting', B2: 'once' }))).toEqual(
      {
        isValid: true,
        procedure: '1.014445',
        filing: 'online',
        respondent: 'person',
        quarter: '2026-Q4',
        opinions: 12,
        satisfied: 11,
        points: 3,
        scored: 2,
      },
    );
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });

  it('read whatever it holds is refused or becomes one that reads the same again', () => {
    const codes = questionsOf(file).map(({ code }) => code);
    const anything = fc.dictionary(
      fc.constantFrom(...codes, 'X1'),
      fc.oneof(
        fc.constantFrom('1', '5', 'none', 'late', '2026-11', 'time', ''),
        fc.string(),
        fc.array(fc.constantFrom('time', 'papers', 'x')),
      ),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const { answers, errors } = readAnswers(asked, given);
        expect(errors.every(({ pointer, detail }) => pointer.startsWith('/answers/') && detail !== '')).toBe(
          true,
        );
        expect(readAnswers(asked, answers)).toEqual({ answers, errors: [] });
      }),
    );
  });
});

describe('the figures', () => {
  const levels = fc.record({
    counts: fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500)),
    none: fc.nat(500),
  });

  it('are those computed by hand', () => {
    expect(itemShare({ counts: [1, 2, 3, 10, 14], none: 9 })).toEqual({ n: 30, satisfied: 24, percent: 80 });
    expect(itemShare({ counts: [0, 0, 0, 0, 0], none: 9 }).percent).toBeNull();
    expect([
      shareOf(1, 3).percent,
      shareOf(2, 3).percent,
      shareOf(1, 8).percent,
      shareOf(1, 16).percent,
    ]).toEqual([33.3, 66.7, 12.5, 6.3]);
    expect(pooledShare([shareOf(9, 10), shareOf(0, 90)]).percent).toBe(9);
    expect([scoreOf(3, 2).mean, scoreOf(5, 4).mean, scoreOf(1, 20).mean, scoreOf(0, 0).mean]).toEqual([
      1.5,
      1.3,
      0.1,
      null,
    ]);
    expect(pooledScore([scoreOf(10, 10), scoreOf(40, 20)])).toEqual({ points: 50, scored: 30, mean: 1.7 });
    expect([changeOf(87.5, 90.1), changeOf(90, 89.9), changeOf(null, 3)]).toEqual([-2.6, 0.1, null]);
  });

  it('stay between 0 and 100, and no opinion changes none of them', () => {
    fc.assert(
      fc.property(levels, fc.nat(1000), (one, none) => {
        const { percent, n } = itemShare(one);
        expect(percent === null).toBe(n === 0);
        expect(percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(percent ?? 0).toBeLessThanOrEqual(100);
        expect(itemShare({ ...one, none })).toEqual(itemShare(one));
      }),
    );
  });

  it('of a pool lie between its parts, and do not ask how it was put together', () => {
    fc.assert(
      fc.property(fc.array(levels, { minLength: 1, maxLength: 12 }), (items) => {
        const shares = items.map(itemShare);
        const whole = pooledShare(shares);
        const known = shares.flatMap(({ percent }) => (percent === null ? [] : [percent]));
        if (whole.percent !== null) {
          expect(whole.percent).toBeGreaterThanOrEqual(Math.min(...known) - 0.1);
          expect(whole.percent).toBeLessThanOrEqual(Math.max(...known) + 0.1);
        }
        const cut = Math.floor(items.length / 2);
        expect(pooledShare([pooledShare(shares.slice(0, cut)), pooledShare(shares.slice(cut))])).toEqual(
          whole,
        );
        expect(pooledShare(shares.toReversed())).toEqual(whole);
      }),
    );
  });

  it('rise when one more is satisfied', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (satisfied, others) => {
        const now = shareOf(satisfied, satisfied + others).percent ?? 0;
        expect(shareOf(satisfied + 1, satisfied + others + 1).percent ?? 0).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('a round', () => {
  const dated = { opensOn: '2026-11-20', closesOn: '2026-11-30', closedOn: null };
  it('has its state by date', () => {
    const on = (day: string, closedOn: string | null = null) => stateOf({ ...dated, closedOn }, day);
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-30'), on('2026-12-01')]).toEqual([
      'planned',
      'open',
      'open',
      'collecting',
    ]);
    expect(on('2026-11-25', '2026-11-24')).toBe('closed');
  });

  it('wants attention when little time is left', () => {
    const of = (received: number, daysLeft: number, today = '2026-11-26') =>
      attentionOf({ ...dated, papersUntil: '2026-12-05', target: 60 }, received, daysLeft, today, 3);
    expect([of(60, 3), of(59, 3), of(0, 4), of(60, 0, '2026-12-01')]).toEqual([
      'closing-soon',
      'short-of-target',
      null,
      'to-close',
    ]);
  });
});

describe('a paper form', () => {
  const typed = {
    answers: formOf(4),
    checkWanted: true,
    checkedAnswers: null,
    checkedBy: null,
    settledBy: null,
  };
  it('waits, agrees, differs or is settled', () => {
    const other = formOf(4, { B2: 'once' });
    expect(differencesOf(file, formOf(4), other)).toEqual(['B2']);
    expect(paperStateOf(file, typed)).toBe('awaiting-check');
    expect(paperStateOf(file, { ...typed, checkWanted: false })).toBe('entered');
    expect(paperStateOf(file, { ...typed, checkedAnswers: formOf(4), checkedBy: 'b' })).toBe('agrees');
    expect(paperStateOf(file, { ...typed, checkedAnswers: other, checkedBy: 'b' })).toBe('differs');
    expect(paperStateOf(file, { ...typed, checkedAnswers: other, checkedBy: 'b', settledBy: 'b' })).toBe(
      'settled',
    );
  });
});

describe('free text', () => {
  it('keeps its words and loses what looks personal', () => {
    expect(
      maskedText('Cảm ơn ông Nguyễn Văn Thử, điện thoại 0900 000 000, thư thu.nghiem@thu.example.'),
    ).toBe('Cảm ơn [đã che], điện thoại [đã che], thư [đã che].');
    expect(maskedText('Thời hạn 30 ngày, phí 3.300.000 đồng.')).toBe('Thời hạn 30 ngày, phí 3.300.000 đồng.');
  });

  it.each([
    ['Gọi Trần Văn Thử 0912 345 678 giúp.', 'Gọi [đã che] [đã che] giúp.'],
    ['Công chức Lê Thị Thử rất tận tình', 'Công chức [đã che] rất tận tình'],
    ['nhờ Nguyen Van Thu xem lại', 'nhờ [đã che] xem lại'],
    ['PHẠM THỊ THỬ làm chậm', '[đã che] làm chậm'],
    ['Hồ Thị Thử, Lý Văn Thử', '[đã che], [đã che]'],
    ['Nguyễn Văn Thử'.normalize('NFD'), '[đã che]'],
    ['HỒ SƠ CHẬM QUÁ', 'HỒ SƠ CHẬM QUÁ'],
    ['Ở Lý Sơn, Hà Nội, Thành phố Hồ Chí Minh', 'Ở Lý Sơn, Hà Nội, Thành phố Hồ Chí Minh'],
    ['Sở Khoa học và Công nghệ trả lời nhanh', 'Sở Khoa học và Công nghệ trả lời nhanh'],
  ])('%j becomes %j', (text, told) => {
    expect(maskedText(text)).toBe(told);
  });

  it('covered once stays as it is', () => {
    const word = fc.constantFrom('Nguyễn', 'Lê', 'Hà', 'Hồ', 'Văn', 'Thử', 'gọi', '0900 000 000', ',', 'ông');
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(fc.property(text, (said) => maskedText(maskedText(said)) === maskedText(said)));
  });
});
