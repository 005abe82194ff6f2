// The public figures as one long table: which table, which row, which measure, how many.
import { stringify } from 'csv-stringify/sync';
import { countLabels, countNames } from '../../dossiers/row.ts';
import { caseLabels, measureLabels, todayLabels } from '../measure-labels.ts';
import type { Figures, Satisfaction, Statistics } from '../schema.ts';

type Line = [table: string, key: string, row: string, measure: string, value: number | string];

const notCounted = 'chưa tính được';

/** UTF-8 with a byte order mark, so that spreadsheets read the Vietnamese letters. */
export function statisticsCsv(statistics: Statistics): string {
  const lines = [...linesOf(statistics)];
  return stringify([['bảng', 'mã dòng', 'dòng', 'chỉ tiêu', 'giá trị'], ...lines], { bom: true });
}

function* linesOf(statistics: Statistics): Generator<Line> {
  const { period, total, times, indices, identities } = statistics;
  const row = [period.key ?? `${period.from}/${period.to}`, period.name] as const;
  for (const [name, label] of Object.entries(caseLabels))
    yield ['Toàn kỳ (theo hồ sơ)', ...row, label, statistics.cases[name as keyof typeof caseLabels]];
  const whole = ['Toàn kỳ', ...row] as const;
  yield [...whole, 'Kỳ trước chuyển qua', statistics.openAtStart];
  yield* figureLines(whole, total);
  yield [...whole, 'Còn lại cuối kỳ', statistics.openAtEnd];
  yield* satisfactionLines(whole, statistics.satisfaction);
  for (const [name, label] of Object.entries(todayLabels))
    yield [
      'Hôm nay',
      statistics.today.on,
      statistics.today.on,
      label,
      statistics.today[name as keyof typeof todayLabels],
    ];
  for (const { key, label, openAtEnd, figures, satisfaction } of times) {
    yield* figureLines(['Theo thời gian', key, label], figures);
    yield ['Theo thời gian', key, label, 'Còn lại cuối kỳ', openAtEnd];
    yield* satisfactionLines(['Theo thời gian', key, label], satisfaction);
  }
  for (const [table, groups] of [
    ['Theo loại', statistics.tracks],
    ['Theo nội dung', statistics.contents],
    ['Theo nguồn tiếp nhận', statistics.channels],
    ['Theo lĩnh vực', statistics.fields],
    ['Theo đơn vị', statistics.units],
  ] as const)
    for (const group of groups) {
      yield* figureLines([table, group.key, group.label], group.figures);
      if ('satisfaction' in group)
        yield* satisfactionLines([table, group.key, group.label], group.satisfaction);
    }
  for (const { slug, name, received, joins } of statistics.procedures ?? []) {
    yield ['Theo thủ tục', slug, name, measureLabels.received, received];
    for (const earlier of joins)
      yield ['Theo thủ tục', slug, name, 'Gồm cả thủ tục đã được thay thế', earlier.name];
  }
  if (statistics.unnamedProcedures !== null)
    yield ['Theo thủ tục', '', 'Các thủ tục khác', measureLabels.received, statistics.unnamedProcedures];
  for (const { code, name, numerator, denominator, value, reason } of indices) {
    yield ['Chỉ số 766', code, name, 'Tử số', numerator ?? notCounted];
    yield ['Chỉ số 766', code, name, 'Mẫu số', denominator ?? notCounted];
    yield ['Chỉ số 766', code, name, 'Giá trị', value ?? `${notCounted}: ${reason}`];
  }
  for (const { field, ...counts } of statistics.dossiers.rows)
    for (const name of countNames) yield ['Hồ sơ một cửa', field, field, countLabels[name], counts[name]];
  for (const { month, ...counts } of statistics.dossiers.settled)
    for (const name of ['early', 'onTime', 'late'] as const)
      yield ['Hồ sơ một cửa theo tháng', month, month, countLabels[name], counts[name]];
  for (const { text, left, right } of identities) {
    yield ['Phép cộng phải khớp', '', text, 'Vế trái', left];
    yield ['Phép cộng phải khớp', '', text, 'Vế phải', right];
  }
}

type Row = readonly [table: string, key: string, row: string];

function* figureLines(row: Row, figures: Figures): Generator<Line> {
  for (const [name, label] of Object.entries(measureLabels))
    yield [...row, label, figures[name as keyof Figures] ?? notCounted];
}

function* satisfactionLines(row: Row, satisfaction: Satisfaction): Generator<Line> {
  if (satisfaction === null) {
    yield [...row, 'Lượt đánh giá', 'không công bố'];
    return;
  }
  yield [...row, 'Lượt đánh giá', satisfaction.n];
  yield [...row, 'Hài lòng', satisfaction.satisfied];
  yield [...row, 'Chấp nhận được', satisfaction.acceptable];
  yield [...row, 'Không hài lòng', satisfaction.dissatisfied];
}
