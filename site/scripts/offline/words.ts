// What is said of a letter that waits in this browser. Pure.
import { momentWords } from '../../../api/dates/dates.ts';

type Standing = {
  writtenAt: number;
  isUnsure?: boolean | undefined;
  refused?: string[] | undefined;
  receipt?: { number: string; receivedAt: string } | undefined;
};

/** True to what is known: taken, refused, perhaps taken, or still here. */
export function standingWords({ writtenAt, isUnsure, refused, receipt }: Standing): string {
  if (receipt)
    return `Sở đã nhận lúc ${momentWords(new Date(receipt.receivedAt))}, mã hồ sơ ${receipt.number}.`;
  if (refused) return `Sở chưa nhận phiếu viết lúc ${momentWords(new Date(writtenAt))}: ${refused.join(' ')}`;
  if (isUnsure)
    return `Phiếu viết lúc ${momentWords(new Date(writtenAt))}: mạng ngắt khi đang gửi, chưa rõ Sở đã nhận hay chưa. Có mạng, trang này hỏi lại Sở; không thành hai hồ sơ.`;
  return `Chưa gửi: phiếu viết lúc ${momentWords(new Date(writtenAt))} đang chờ mạng trên máy này.`;
}
