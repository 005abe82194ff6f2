// The assessment form of TT 01/2018/TT-VPCP: what the portal can score, the rest left for the office to fill in. Pure.
import type { Tally } from '../surveys/results-schema.ts';
import type { ReportCase } from './case-facts.ts';
import type { ReportBlock } from './document.ts';
import type { AssessmentForm } from './form-schema.ts';

type Indicator = AssessmentForm['indicators'][number];
type Scored = { points: number | null; note: string };

/** 8th indicator: 2 when all answers are on time or there are none, 1 from 90%, 0 below or with one that drags on late. */
function scoreCases(
  { full, part }: { full: number; part: number },
  cases: readonly ReportCase[],
  points: number,
): Scored {
  const answered = cases.filter(({ state }) => state === 'answered');
  const onTime = answered.filter((one) => one.onTime === true).length;
  const dragging = cases.filter(({ state, late }) => state === 'open' && late).length;
  const said = `${onTime}/${answered.length} PAKN trả lời đúng hạn; ${dragging} PAKN đang xử lý đã quá hạn`;
  if (dragging > 0) return { points: 0, note: said };
  // In whole numbers: 9 of 10 is 90%, without rounding on the way.
  const reaches = (percent: number) => 100 * onTime >= percent * answered.length;
  return { points: reaches(full) ? points : reaches(part) ? points - 1 : 0, note: said };
}

/** 7th indicator, for whoever scores the dossiers: the cases that count, without those found untrue or slanderous (Điều 13.7.c). */
function tellConduct(cases: readonly ReportCase[]): Scored {
  const conduct = cases.filter(({ track, state }) => track === 'conduct' && state === 'answered');
  const untrue = conduct.filter(
    ({ verification }) => verification === 'untrue' || verification === 'slander',
  );
  return {
    points: null,
    note: `Kỳ này: ${conduct.length - untrue.length} PAKN về hành vi được tính; ${untrue.length} kết luận không đúng hoặc vu cáo, không tính`,
  };
}

function scoreOf({ from, points }: Indicator, tally: Tally | null, cases: readonly ReportCase[]): Scored {
  if (from === null) return { points: null, note: '' };
  if (from.how === 'cases-on-time') return scoreCases(from, cases, points);
  if (from.how === 'conduct-cases') return tellConduct(cases);
  const item = tally?.facts.items.find(({ code }) => code === from.code);
  if (!item || item.mean === null) return { points: null, note: 'Chưa có phiếu khảo sát có điểm' };
  return { points: item.mean, note: `${item.scored} phiếu có điểm` };
}

/** The sheet; indicators without points count neither in the sum nor in the grade (Điều 15). */
export function assessmentBlocks(
  form: AssessmentForm,
  tally: Tally | null,
  cases: readonly ReportCase[],
): ReportBlock[] {
  const scored = form.indicators.map((indicator) => ({
    ...indicator,
    score: scoreOf(indicator, tally, cases),
  }));
  const known = scored.filter(({ score }) => score.points !== null);
  // Tenths, so that 1.1 + 1.2 is 2.3.
  const sum = known.reduce((total, { score }) => total + Math.round((score.points ?? 0) * 10), 0) / 10;
  const possible = form.indicators.reduce((total, { points }) => total + points, 0);
  const grade = form.grades.toSorted((a, b) => b.atLeast - a.atLeast).find(({ atLeast }) => sum >= atLeast);
  const isWhole = known.length === form.indicators.length;
  return [
    {
      kind: 'table',
      name: 'Bảng đánh giá',
      caption: null,
      head: [
        ['Chỉ số', 'Tên chỉ số', 'Điểm chuẩn', 'Điểm tự chấm', 'Điểm thẩm định', 'Ghi chú'].map((text) => ({
          text,
        })),
      ],
      rows: scored.map(({ number, name, points, note, score }) => [
        { value: Number(number) },
        { value: name },
        { value: points },
        { value: score.points },
        { value: null },
        { value: [note, score.note].filter(Boolean).join('. ') },
      ]),
      total: [
        { value: null },
        { value: 'Tổng điểm' },
        { value: possible, formula: { columnSum: true } },
        { value: sum, formula: { columnSum: true } },
        { value: null },
        { value: null },
      ],
      widths: [6, 30, 8, 8, 9, 28],
      note: null,
    },
    {
      kind: 'text',
      isNote: true,
      text: isWhole
        ? `Xếp loại: ${grade?.name ?? ''}.`
        : `Mới có điểm của ${known.length}/${form.indicators.length} chỉ số: ${said(sum)} trên ${said(known.reduce((total, { points }) => total + points, 0))} điểm; chỉ số chưa có điểm không tính. Cơ quan tự chấm các chỉ số còn lại rồi mới xếp loại (tối đa ${possible} điểm: ${form.grades.map(({ atLeast, name }) => `từ ${atLeast} – ${name}`).join('; ')}).`,
    },
    {
      kind: 'text',
      isNote: true,
      text: tally
        ? `Số phiếu hợp lệ: ${tally.forms.valid} (${tally.round.title}).`
        : 'Số phiếu hợp lệ: chưa chọn đợt khảo sát.',
    },
  ];
}

const said = (points: number) => points.toLocaleString('vi-VN');
