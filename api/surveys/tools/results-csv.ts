// What may be seen by all of a round as one long table: which table, which row, which measure, how many.
import { stringify } from 'csv-stringify/sync';
import { channelLabels } from '../labels.ts';
import type { PublicResults } from '../results-schema.ts';

type Line = [table: string, key: string, row: string, measure: string, value: number | string];
const hidden = 'không công bố';

/** UTF-8 with a byte order mark, so that spreadsheets read the Vietnamese letters. */
export function resultsCsv(results: PublicResults): string {
  const lines = [...linesOf(results)];
  return stringify([['bảng', 'mã dòng', 'dòng', 'chỉ tiêu', 'giá trị'], ...lines], {
    bom: true,
    escape_formulas: true,
  });
}

function* linesOf(results: PublicResults): Generator<Line> {
  const { round, forms, overall, general, groups, items, facts, factItems, axes, cross, choices } = results;
  const whole = ['Toàn đợt', round.id, round.title] as const;
  yield [...whole, 'Phiếu hợp lệ', forms.valid ?? hidden];
  yield [...whole, 'Phiếu không hợp lệ', forms.invalid ?? hidden];
  for (const { channel, n } of forms.channels)
    yield ['Theo cách trả lời', channel, channelLabels[channel], 'Phiếu hợp lệ', n];
  yield* shareLines(whole, overall);
  if (general) yield* shareLines(['Đánh giá chung', general.code, general.label], general);
  for (const { code, title, ...share } of groups) yield* shareLines(['Theo nhóm', code, title], share);
  for (const { code, label, ...share } of items) yield* shareLines(['Theo tiêu chí', code, label], share);
  yield* scoreLines(whole, facts);
  for (const { code, label, ...score } of factItems)
    yield* scoreLines(['Việc đã diễn ra', code, label], score);
  for (const { title, rows } of axes)
    for (const { value, label, forms: n, satisfaction, facts: score } of rows) {
      const row = [title, value ?? '', label] as const;
      yield [...row, 'Phiếu hợp lệ', n];
      yield* shareLines(row, satisfaction);
      yield* scoreLines(row, score);
    }
  for (const { filing, respondent, forms: n, satisfaction } of cross) {
    const row = ['Cách nộp và loại đối tượng', '', `${filing} – ${respondent}`] as const;
    yield [...row, 'Phiếu hợp lệ', n];
    yield* shareLines(row, satisfaction);
  }
  for (const { code, label, options } of choices)
    for (const option of options)
      yield [`${code}. ${label}`, option.value, option.label, 'Phiếu chọn', option.n];
  for (const { code, title, text, source } of results.formulas)
    yield ['Cách tính', code, title, `Nguồn: ${source}`, text];
}

type Row = readonly [table: string, key: string, row: string];

function* shareLines(
  row: Row,
  share: { n: number; satisfied: number; percent: number | null } | null,
): Generator<Line> {
  yield [...row, 'Số ý kiến', share?.n ?? hidden];
  yield [...row, 'Ý kiến hài lòng', share?.satisfied ?? hidden];
  yield [...row, 'Tỷ lệ hài lòng (%)', share?.percent ?? hidden];
}

function* scoreLines(
  row: Row,
  score: { points: number; scored: number; mean: number | null } | null,
): Generator<Line> {
  yield [...row, 'Câu trả lời có điểm', score?.scored ?? hidden];
  yield [...row, 'Tổng điểm 0–1–2', score?.points ?? hidden];
  yield [...row, 'Điểm trung bình', score?.mean ?? hidden];
}
