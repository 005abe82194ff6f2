// What the made-up senders of a demonstration write, and what the office answers them: plainly nobody's, and marked so. Pure.
import type { ContentCode } from '../cases/schema.ts';
import { madeUpMark } from '../text/demo-words.ts';

export type Matter = {
  contentCode: ContentCode;
  body: string;
  wish?: string;
  summary: string;
  reply: string;
  /** What became different because of it. */
  changed?: string;
};

/** Matters about rules, then about conduct; a letter takes the one at its place, round and round. */
export const ruleMatters: readonly Matter[] = [
  {
    contentCode: '5.2',
    body: 'Tôi đã nộp hồ sơ trực tuyến, có chữ ký số, nhưng khi nhận kết quả vẫn được yêu cầu nộp thêm một bộ bản giấy.',
    wish: 'Không yêu cầu bản giấy khi đã nộp trực tuyến.',
    summary: 'Người nộp hồ sơ trực tuyến vẫn được yêu cầu nộp thêm bản giấy.',
    reply:
      'Cơ quan đã rà soát: thành phần hồ sơ không có bản giấy khi đã nộp trực tuyến. Bộ phận Một cửa đã được nhắc thực hiện đúng, biểu mẫu hướng dẫn đã được sửa.',
  },
  {
    contentCode: '5.6',
    body: 'Biểu mẫu trên trang hướng dẫn là bản cũ, khi mang tới nộp thì được báo phải viết lại theo mẫu mới.',
    summary: 'Biểu mẫu đăng trên trang hướng dẫn chưa phải bản mới nhất.',
    reply: 'Cơ quan đã thay biểu mẫu trên trang hướng dẫn bằng bản đang có hiệu lực và ghi rõ ngày áp dụng.',
    changed: 'Biểu mẫu trên trang hướng dẫn nay là bản đang có hiệu lực, có ghi ngày áp dụng.',
  },
  {
    contentCode: '5.7',
    body: 'Đề nghị cho phép nộp một lần giấy tờ dùng chung cho nhiều thủ tục trong cùng lĩnh vực, thay vì nộp lại nhiều lần.',
    wish: 'Dùng lại giấy tờ đã nộp.',
    summary: 'Đề xuất dùng lại giấy tờ đã nộp cho các thủ tục cùng lĩnh vực.',
    reply:
      'Cơ quan tiếp thu và đã kiến nghị cấp có thẩm quyền cho khai thác lại giấy tờ đã được số hóa khi giải quyết thủ tục sau.',
  },
  {
    contentCode: '5.3',
    body: 'Hai hướng dẫn ghi hai số ngày khác nhau cho cùng một việc, tôi không biết phải theo hướng dẫn nào.',
    summary: 'Hai hướng dẫn ghi thời hạn khác nhau cho cùng một việc.',
    reply: 'Cơ quan đã thống nhất thời hạn theo quyết định công bố và gỡ hướng dẫn cũ khỏi trang.',
  },
  {
    contentCode: '5.8',
    body: 'Đề nghị có tin nhắn báo khi hồ sơ chuyển sang bước tiếp theo, để người nộp không phải gọi hỏi nhiều lần.',
    summary: 'Đề nghị báo cho người nộp khi hồ sơ sang bước tiếp theo.',
    reply:
      'Cơ quan ghi nhận. Trong khi chờ nâng cấp, người nộp theo dõi từng bước ở mục tra cứu hoặc nhận thư điện tử.',
  },
];

export const conductMatters: readonly Matter[] = [
  {
    contentCode: '5.1',
    body: 'Tôi đến bộ phận tiếp nhận hai lần trong giờ làm việc nhưng không có người trực, phải chờ hơn một tiếng.',
    summary: 'Bộ phận tiếp nhận không có người trực trong giờ làm việc.',
    reply: 'Cơ quan đã kiểm tra, xin lỗi người dân và phân công người trực thay khi cán bộ đi vắng.',
  },
  {
    contentCode: '5.1',
    body: 'Hồ sơ của tôi bị yêu cầu bổ sung ba lần, mỗi lần một giấy tờ khác nhau, không được hướng dẫn một lần cho đủ.',
    summary: 'Yêu cầu bổ sung hồ sơ nhiều lần, không hướng dẫn một lần cho đủ.',
    reply: 'Cơ quan đã chấn chỉnh: việc yêu cầu bổ sung phải nêu đủ trong một lần, bằng văn bản.',
  },
];

/** Letters of one morning, each of which goes another way; their senders have chosen the content as senders do. */
export const mixedLetters = {
  rude: {
    contentCode: '5.6',
    body: 'Cán bộ tiếp nhận nói chuyện điện thoại riêng, bảo tôi hôm sau quay lại dù còn giờ làm việc.',
  },
  oldFormAgain: {
    contentCode: '5.6',
    body: 'Mẫu trên trang hướng dẫn là bản cũ, mang tới nộp thì được báo phải viết lại theo mẫu mới, rất mất công.',
  },
  question: {
    contentCode: '5.6',
    body: 'Xin hỏi muốn công bố sử dụng dấu định lượng thì nộp ở đâu, làm việc những giờ nào?',
  },
  unclear: {
    contentCode: '5.6',
    body: 'Đề nghị xem lại việc hôm trước, làm như vậy là chưa được, mong sớm có trả lời.',
  },
  bribe: {
    contentCode: '5.1',
    body: 'Tôi tố cáo một cán bộ nhận tiền của người nộp hồ sơ, đề nghị xử lý theo pháp luật.',
  },
  flood: {
    contentCode: '5.2',
    body: 'Đường vào khu dân cư bị ngập mỗi khi mưa, quy định về thoát nước đô thị chưa hợp lý.',
  },
} as const satisfies Record<string, Pick<Matter, 'contentCode' | 'body'>>;

/** A sender that nobody is: `serial` 7 writes as “Người gửi số 07 (minh họa)”. */
export function senderOf(serial: number, province: string) {
  const number = String(serial).padStart(2, '0');
  return {
    kind: serial % 5 === 0 ? ('organisation' as const) : ('person' as const),
    name:
      serial % 5 === 0 ? `Doanh nghiệp số ${number} ${madeUpMark}` : `Người gửi số ${number} ${madeUpMark}`,
    address: `Thôn Minh Họa ${serial}, xã Minh Họa, ${province} ${madeUpMark}`,
    phone: `09000000${number}`,
    consentsToNotices: false,
    consentsToPublication: serial % 2 === 0,
  };
}
