// What each public figure is called.
import type { Figures, Statistics } from './schema.ts';

export const measureLabels: Record<keyof Figures, string> = {
  received: 'Nhận mới',
  continued: 'Tiếp tục phản ánh',
  returned: 'Mở lại (chuyển trả, mở lại hồ sơ từ chối, tách khỏi hồ sơ gộp)',
  answered: 'Đã trả lời',
  answeredOnTime: 'Trả lời đúng hạn',
  answeredLate: 'Trả lời quá hạn',
  answeredExtended: 'Trả lời quá hạn, trong thời hạn đã gia hạn',
  transferred: 'Chuyển cơ quan khác',
  transferredOnTime: 'Chuyển đúng hạn',
  transferredLate: 'Chuyển quá hạn',
  refused: 'Không tiếp nhận',
  refusedOnTime: 'Không tiếp nhận, báo đúng hạn',
  refusedLate: 'Không tiếp nhận, báo quá hạn',
  guided: 'Hướng dẫn gửi nơi khác (khiếu nại, tố cáo, nội dung khác)',
  guidedOnTime: 'Hướng dẫn đúng hạn',
  guidedLate: 'Hướng dẫn quá hạn',
  withdrawn: 'Người gửi rút',
  lapsed: 'Hết hạn bổ sung',
  merged: 'Gộp với hồ sơ trùng',
  pausedRounds: 'Số lượt có tạm dừng chờ bổ sung',
  pausedDays: 'Số ngày làm việc tạm dừng',
  publishedOnTime: 'Công khai trả lời đúng hạn',
  publishedLate: 'Công khai trả lời chậm',
  keptPrivate: 'Không công khai trả lời',
  notYetPublished: 'Chưa công khai trả lời',
  median: 'Trung vị số ngày làm việc để trả lời',
  p90: '90% trả lời trong số ngày làm việc',
};

export const todayLabels: Record<Exclude<keyof Statistics['today'], 'on'>, string> = {
  open: 'Đang mở',
  openLate: 'Đang mở, đã quá hạn',
  openExtended: 'Đang mở, quá hạn nhưng trong thời hạn đã gia hạn',
  awaitingSupplement: 'Đang chờ người gửi bổ sung',
  unpublished: 'Chưa công khai trả lời',
  unpublishedLate: 'Quá hạn công khai trả lời',
};
