// What is said while files are on their way. Pure.
import { sizeText } from '../../../api/attachments/labels.ts';

/** How far it is, in whole percent, 0 where nothing is to be sent. */
export const percentOf = (sent: number, total: number): number =>
  total > 0 ? Math.min(100, Math.floor((sent / total) * 100)) : 0;

export const progressWords = (sent: number, total: number): string =>
  sent < total
    ? `Đã gửi ${percentOf(sent, total)}% (${sizeText(sent)} trên ${sizeText(total)}).`
    : 'Đã gửi hết, đang chờ Sở trả lời.';

/** Every quarter is read out, not every packet. */
export const isReadOut = (before: number, now: number): boolean =>
  Math.floor(before / 25) < Math.floor(now / 25);

const kept = 'Chữ và tệp vẫn còn trên trang này.';
export const stoppedWords = `Đã dừng gửi. ${kept}`;
export const offlineWords = `Máy đang mất mạng nên chưa gửi gì. ${kept} Có mạng thì bấm lại.`;

export const laterWords = `Cổng đang bận, chưa nhận phiếu này được. ${kept} Chờ ít phút rồi bấm lại.`;

/** After the line broke. `isOnce`: pressing again can make no second one of it. */
export const brokenWords = (isOnce: boolean): string =>
  isOnce
    ? `Mạng bị ngắt khi đang gửi. ${kept} Có mạng thì bấm lại: gửi lại không thành hai phiếu.`
    : `Mạng bị ngắt khi đang gửi, chưa rõ Sở đã nhận hay chưa. ${kept} Trước khi bấm lại, mở trang này ở thẻ khác để xem đã có phần vừa gửi chưa.`;
