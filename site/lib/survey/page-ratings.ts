// Ratings of a page in words: the share that it helped, and how that moved.
type Span = { yes: number; no: number };

const percent = ({ yes, no }: Span) => Math.round((yes / (yes + no)) * 100);

/** `12/16 hữu ích (75%)`; a dash where nobody rated. */
export const shareOf = (span: Span): string =>
  span.yes + span.no === 0 ? '–' : `${span.yes}/${span.yes + span.no} hữu ích (${percent(span)}%)`;

/** `tăng 25 điểm phần trăm`, `không đổi`; a dash where one of the two spans has no rating. */
export function trendOf(recent: Span, before: Span): string {
  if (recent.yes + recent.no === 0 || before.yes + before.no === 0) return '–';
  const change = percent(recent) - percent(before);
  if (change === 0) return 'không đổi';
  return `${change > 0 ? 'tăng' : 'giảm'} ${Math.abs(change)} điểm phần trăm`;
}
