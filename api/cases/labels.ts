// Vietnamese wording of everything a case shows.
import { publicStatusOf, states, type PublicStatus, type Status, type StepName } from './lifecycle.ts';
import type {
  CaseSource,
  ContentCode,
  Outcome,
  RatingScore,
  RejectGround,
  Track,
  Verification,
  criterionKeys,
} from './schema.ts';

/** Label and the words of Điều 5 Nghị định 20/2008/NĐ-CP behind it. */
export const contentLabels: Record<ContentCode, { label: string; hint: string }> = {
  '5.1': {
    label: 'Cán bộ, cơ quan làm chậm, gây phiền hà, làm không đúng',
    hint: 'Vướng mắc do hành vi chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định.',
  },
  '5.2': {
    label: 'Quy định không phù hợp thực tế',
    hint: 'Quy định có nhưng không làm được, hoặc không còn hợp lý.',
  },
  '5.3': { label: 'Các quy định mâu thuẫn nhau', hint: 'Quy định không đồng bộ, không thống nhất.' },
  '5.4': { label: 'Quy định trái luật', hint: 'Quy định không hợp pháp.' },
  '5.5': {
    label: 'Trái cam kết quốc tế',
    hint: 'Trái với điều ước quốc tế mà Việt Nam đã ký kết hoặc gia nhập.',
  },
  '5.6': { label: 'Vấn đề khác', hint: 'Những vấn đề khác liên quan đến quy định hành chính.' },
  '5.7': { label: 'Đề xuất cách sửa', hint: 'Phương án xử lý cho những vướng mắc nói trên.' },
  '5.8': { label: 'Sáng kiến, đề nghị ban hành mới', hint: 'Sáng kiến ban hành mới quy định hành chính.' },
};

export const trackLabels: Record<Track, string> = {
  conduct: 'Hành vi hành chính',
  rule: 'Quy định hành chính',
};

export const publicStatusLabels: Record<PublicStatus, string> = {
  received: 'Đã nhận và vào sổ',
  accepted: 'Đã tiếp nhận',
  'awaiting-supplement': 'Đang chờ bổ sung',
  handling: 'Đang xử lý',
  transferred: 'Đã chuyển cơ quan khác',
  answered: 'Đã trả lời',
  'not-accepted': 'Không tiếp nhận',
  withdrawn: 'Đã rút theo yêu cầu của người gửi',
  lapsed: 'Khép vì hết hạn bổ sung',
};

/** A state as staff read it: what its sender took back, or did not supplement, was not rejected. */
export function statusLabelOf({ status, endedBy }: { status: Status; endedBy: StepName | null }): string {
  const shown = publicStatusOf(status, { isClassified: true, endedBy });
  return shown === 'withdrawn' || shown === 'lapsed' ? publicStatusLabels[shown] : states[status].label;
}

export const kindLabels = { person: 'Cá nhân', organisation: 'Tổ chức, doanh nghiệp' } as const;

export const outcomeLabels: Record<Outcome, string> = {
  amend: 'Sửa đổi, bổ sung, bãi bỏ, hủy bỏ quy định theo thẩm quyền',
  recommend: 'Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ',
  issue: 'Ban hành mới hoặc kiến nghị ban hành mới quy định',
  explain: 'Giải thích, giữ nguyên quy định',
  'correct-conduct': 'Chấn chỉnh, xử lý hành vi',
  unfounded: 'Phản ánh không đúng sự thật',
};

export const criterionLabels: Record<(typeof criterionKeys)[number], string> = {
  necessary: 'Sự cần thiết',
  lawful: 'Tính hợp lý, hợp pháp',
  simple: 'Tính đơn giản, dễ hiểu',
  feasible: 'Tính khả thi',
  consistent: 'Sự thống nhất, đồng bộ',
  treaty: 'Sự phù hợp với điều ước quốc tế',
};

export const verdictLabels = { sound: 'Đạt', flawed: 'Chưa đạt', 'not-considered': 'Không xét' } as const;

export const scoreLabels: Record<RatingScore, string> = {
  satisfied: 'Hài lòng',
  acceptable: 'Chấp nhận được',
  dissatisfied: 'Không hài lòng',
};

export const verificationLabels: Record<Verification, string> = {
  true: 'Đúng',
  'partly-true': 'Đúng một phần',
  untrue: 'Không đúng',
  insufficient: 'Không đủ căn cứ kết luận',
  slander: 'Vu cáo',
};

export const sourceLabels: Record<CaseSource, string> = {
  web: 'Biểu mẫu trên cổng',
  phone: 'Điện thoại chuyên dùng',
  counter: 'Trực tiếp tại cơ quan',
  post: 'Bưu chính, văn bản',
  dialogue: 'Hội nghị đối thoại',
  'vp-ubnd': 'Văn phòng UBND tỉnh chuyển',
  dvcqg: 'Cổng Dịch vụ công quốc gia chuyển',
};

export const certaintyLabels = {
  law: 'Văn bản quy phạm ấn định',
  operational: 'Công thức đo của Cổng Dịch vụ công quốc gia',
  proposal: 'Quy định nội bộ đề xuất, chưa có văn bản ấn định',
} as const;

export const groundLabels: Record<RejectGround, string> = {
  'not-vietnamese': 'Không phải tiếng Việt',
  unclear: 'Không rõ nội dung',
  'no-name': 'Thiếu họ tên',
  'no-address': 'Thiếu địa chỉ',
  'no-contact': 'Thiếu số điện thoại hoặc địa chỉ liên hệ',
  'wrong-number': 'Gọi đến số không phải số chuyên dùng',
  question: 'Không phải phản ánh: hỏi đáp, đề nghị hướng dẫn',
  duplicate: 'Không phải phản ánh mới: trùng nội dung đã xử lý, không có tình tiết mới',
  spam: 'Thư rác',
};

export const guideOutLabels = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  other: 'Kiến nghị, nội dung khác không thuộc Nghị định 20/2008/NĐ-CP',
} as const;

export const linkLabels = {
  'merged-into': 'Đã gộp vào hồ sơ',
  'merged-from': 'Hồ sơ được gộp vào đây',
  'split-from': 'Tách ra từ hồ sơ',
  'split-to': 'Hồ sơ tách ra từ đây',
} as const;
