// What the scripts of pages say; a script knows the language by its document.
import { catalogue } from './catalogue.ts';

export const scripts = catalogue({
  copied: { vi: 'Đã chép', en: 'Copied' },
  notCopied: { vi: 'Không chép được, hãy chép tay', en: 'Not copied: please copy it by hand' },
  pictureSaved: { vi: 'Đã lưu ảnh', en: 'Picture saved' },
  demoPicture: { vi: 'KHÔNG CÓ GIÁ TRỊ', en: 'NOT VALID' },
  noFile: { vi: 'Chưa chọn tệp nào.', en: 'No file chosen yet.' },
  files: {
    vi: (count: number, names: string) => `Đã chọn ${count} tệp: ${names}`,
    en: (count: number, names: string) => `${count} ${count === 1 ? 'file' : 'files'} chosen: ${names}`,
  },
  preparing: { vi: 'Đang chuẩn bị tệp.', en: 'Preparing the files.' },
  photoWhole: {
    vi: (name: string, size: string) => `Ảnh “${name}” sẽ gửi nguyên ${size}.`,
    en: (name: string, size: string) => `The picture “${name}” will be sent as it is (${size}).`,
  },
  photoSmaller: {
    vi: (name: string, size: string, smaller: string) =>
      `Ảnh “${name}” ${size} được thu nhỏ còn ${smaller} để gửi nhanh.`,
    en: (name: string, size: string, smaller: string) =>
      `The picture “${name}” (${size}) has been made smaller (${smaller}), so that it is sent quickly.`,
  },
  makeSmaller: { vi: 'Thu nhỏ ảnh này', en: 'Make it smaller' },
  sendWhole: { vi: 'Gửi ảnh gốc', en: 'Send the original' },
  sent: {
    vi: (percent: number, sent: string, total: string) => `Đã gửi ${percent}% (${sent} trên ${total}).`,
    en: (percent: number, sent: string, total: string) => `${percent}% sent (${sent} of ${total}).`,
  },
  allSent: { vi: 'Đã gửi hết, đang chờ Sở trả lời.', en: 'All sent, waiting for the answer of the portal.' },
  stopped: {
    vi: 'Đã dừng gửi. Chữ và tệp vẫn còn trên trang này.',
    en: 'Stopped. Your words and files are still on this page.',
  },
  offline: {
    vi: 'Máy đang mất mạng nên chưa gửi gì. Chữ và tệp vẫn còn trên trang này. Có mạng thì bấm lại.',
    en: 'This device is offline, so nothing was sent. Your words and files are still on this page. Press again when you are online.',
  },
  later: {
    vi: 'Cổng đang bận, chưa nhận phiếu này được. Chữ và tệp vẫn còn trên trang này. Chờ ít phút rồi bấm lại.',
    en: 'The portal is busy and could not take this form. Your words and files are still on this page. Wait a few minutes, then press again.',
  },
  brokenOnce: {
    vi: 'Mạng bị ngắt khi đang gửi. Chữ và tệp vẫn còn trên trang này. Có mạng thì bấm lại: gửi lại không thành hai phiếu.',
    en: 'The line broke while sending. Your words and files are still on this page. Press again when you are online: it will not be recorded twice.',
  },
  broken: {
    vi: 'Mạng bị ngắt khi đang gửi, chưa rõ Sở đã nhận hay chưa. Chữ và tệp vẫn còn trên trang này. Trước khi bấm lại, mở trang này ở thẻ khác để xem đã có phần vừa gửi chưa.',
    en: 'The line broke while sending, and it is not certain whether it was received. Your words and files are still on this page. Before you press again, open this page in another tab to see whether it is there.',
  },
  draftFilled: {
    vi: (when: string) => `Đã điền lại bản nháp lưu trên máy này lúc ${when}.`,
    en: (when: string) => `The draft kept on this device at ${when} has been filled in again.`,
  },
  draftKept: { vi: 'Đang giữ bản nháp trên máy này.', en: 'A draft is being kept on this device.' },
  draftDropped: { vi: 'Đã xóa bản nháp khỏi máy này.', en: 'The draft has been deleted from this device.' },
  draftAnew: {
    vi: 'Đã xóa bản nháp khỏi máy này. Ông/Bà viết lại từ đầu.',
    en: 'The draft has been deleted from this device. You start anew.',
  },
  noSuggestion: {
    vi: 'Không có gợi ý. Bấm Tìm để tìm kỹ hơn.',
    en: 'No suggestions. Press Search to search more thoroughly.',
  },
  suggestions: {
    vi: (total: number) => `${total} thủ tục. Dùng phím mũi tên để chọn.`,
    en: (total: number) =>
      `${total} ${total === 1 ? 'procedure' : 'procedures'}. Use the arrow keys to choose.`,
  },
  elsewhere: {
    vi: (title: string, body: string) => `${title}: ${body} giải quyết.`,
    en: (title: string, body: string) => `${title}: handled by ${body}.`,
  },
  notOurs: {
    vi: (body: string) => `Không phải việc của Sở: ${body}`,
    en: (body: string) => `Not handled by this department: ${body}`,
  },
});
