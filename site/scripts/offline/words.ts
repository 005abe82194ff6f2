// What is said of a letter that waits in this browser. Pure.

/** `2026-11-30T03:05:00Z` or milliseconds -> `10:05 30/11/2026`, as it is in Việt Nam. */
export function momentWords(instant: string | number): string {
  const parts = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour12: false,
  }).formatToParts(new Date(instant));
  const part = (wanted: string) => (parts.find(({ type }) => type === wanted) || { value: '' }).value;
  return `${part('hour')}:${part('minute')} ngày ${part('day')}/${part('month')}/${part('year')}`;
}

type Standing = {
  writtenAt: number;
  isUnsure?: boolean | undefined;
  refused?: string[] | undefined;
  receipt?: { number: string; receivedAt: string } | undefined;
};

/** True to what is known: taken, refused, perhaps taken, or still here. */
export function standingWords({ writtenAt, isUnsure, refused, receipt }: Standing): string {
  if (receipt) return `Sở đã nhận lúc ${momentWords(receipt.receivedAt)}, mã hồ sơ ${receipt.number}.`;
  if (refused) return `Sở chưa nhận phiếu viết lúc ${momentWords(writtenAt)}: ${refused.join(' ')}`;
  if (isUnsure)
    return `Phiếu viết lúc ${momentWords(writtenAt)}: mạng ngắt khi đang gửi, chưa rõ Sở đã nhận hay chưa. Có mạng, trang này hỏi lại Sở; không thành hai hồ sơ.`;
  return `Chưa gửi: phiếu viết lúc ${momentWords(writtenAt)} đang chờ mạng trên máy này.`;
}
