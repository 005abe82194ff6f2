// Every kind of background work: what its data may hold (ids and dates, never personal data), when it runs, how it is
// tried again. Pure.
import { z } from 'zod';
import { StaffLetter } from '../notify/staff-letter.ts';
import { Day } from '../text/published.ts';

type Kind = {
  label: string;
  data: z.ZodObject;
  /** Tries after the first one; the waits double from `firstWaitSeconds` up to `longestWaitSeconds`. */
  retries: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** A try that takes longer counts as failed, and is made again. */
  expireSeconds: number;
  /** How many are done at the same time; a full batch is followed by the next one at once. */
  together?: number;
  /** How often the worker looks for it. */
  lookEverySeconds: number;
  /** Minute, hour, day, month, weekday in Asia/Ho_Chi_Minh, for work that nobody enqueues. */
  cron?: string;
};

const nothing = z.strictObject({});
// Eight retries: 1, 2, 4, … 64 and 120 minutes, so that a mail server may be away for four hours.
const mail = {
  retries: 8,
  firstWaitSeconds: 60,
  longestWaitSeconds: 7_200,
  expireSeconds: 300,
  // One letter every two seconds would be 1,800 an hour, and a decision has more subscribers.
  together: 10,
  lookEverySeconds: 2,
};
const upkeep = {
  data: nothing,
  retries: 5,
  firstWaitSeconds: 60,
  longestWaitSeconds: 3_600,
  expireSeconds: 900,
  lookEverySeconds: 15,
};

// prettier-ignore
export const catalogue = {
  notice: { label: 'Báo cho người gửi', data: z.strictObject({ caseId: z.uuid(), seq: z.int().min(1) }), ...mail },
  'subscription-letter': { label: 'Thư xác nhận đăng ký nhận thông báo', data: z.strictObject({ subscriptionId: z.uuid(), round: z.int().min(1) }), ...mail },
  'decision-letter': { label: 'Thư báo thủ tục thay đổi', data: z.strictObject({ subscriptionId: z.uuid(), decision: z.string().max(80) }), ...mail },
  'decision-letters': { label: 'Báo quyết định mới cho người đăng ký', ...upkeep, cron: '*/5 * * * *' },
  'tidy-subscriptions': { label: 'Xóa đăng ký nhận thư chưa xác nhận', ...upkeep, cron: '40 * * * *' },
  batch: { label: 'Làm một việc cho nhiều hồ sơ', ...upkeep, data: z.strictObject({ batchId: z.uuid() }), firstWaitSeconds: 5, lookEverySeconds: 1 },
  reminder: { label: 'Thư buổi sáng cho một cán bộ', data: z.strictObject({ staffId: z.uuid(), day: Day }), ...mail },
  reminders: { label: 'Thư buổi sáng ngày làm việc', ...upkeep, cron: '*/15 * * * *' },
  escalations: { label: 'Báo người phụ trách hồ sơ sắp chậm hoặc chậm', ...upkeep, cron: '*/15 * * * *' },
  'officer-letters': { label: 'Gom thư báo việc cho cán bộ', ...upkeep, cron: '* * * * *' },
  'officer-letter': { label: 'Thư báo việc cho một cán bộ', data: z.strictObject({ letterId: z.uuid() }), ...mail },
  'expire-supplements': { label: 'Kết thúc hồ sơ hết hạn bổ sung', ...upkeep, cron: '5 0 * * *' },
  checkpoint: { label: 'Chốt nhật ký xử lý trong ngày', ...upkeep, cron: '0 0 * * *' },
  'purge-uploads': { label: 'Dọn tệp tải lên không dùng', ...upkeep, cron: '17 * * * *' },
  'purge-drafts': { label: 'Xóa bản nháp hết thời gian giữ', ...upkeep, cron: '*/10 * * * *' },
  'desk-counts': { label: 'Gộp số đếm của bàn làm việc', ...upkeep, cron: '* * * * *' },
  'desk-words': { label: 'Cập nhật từ để tìm trong sổ', ...upkeep, cron: '* * * * *' },
  'scan-attachments': { label: 'Quét vi-rút tệp còn chờ', ...upkeep, cron: '*/5 * * * *' },
  'survey-mix': { label: 'Trộn phiếu khảo sát đang chờ', ...upkeep, cron: '*/10 * * * *' },
  'survey-close': { label: 'Chốt đợt khảo sát hết hạn', ...upkeep, cron: '10 0 * * *' },
  'survey-reminders': { label: 'Nhắc đợt khảo sát sắp hết hạn', ...upkeep, cron: '35 7 * * *' },
  'survey-reminder': { label: 'Thư nhắc đợt khảo sát cho một cán bộ', data: z.strictObject({ staffId: z.uuid(), day: Day }), ...mail },
  'staff-letter': { label: 'Thư cho một cán bộ về tài khoản của mình', data: z.strictObject({ staffId: z.uuid(), letter: StaffLetter, about: z.uuid() }), ...mail },
  'purge-security-log': { label: 'Xóa nhật ký an ninh hết hạn lưu', ...upkeep, cron: '45 2 * * *' },
  'asked-letter': { label: 'Thư người gửi đề nghị: giấy biên nhận, xác nhận địa chỉ, mã tra cứu mới', data: z.strictObject({ letterId: z.uuid() }), ...mail },
  'tidy-asked-letters': { label: 'Xóa đề nghị gửi thư và đường dẫn hết hạn', ...upkeep, cron: '*/10 * * * *' },
  'request-letter': { label: 'Thư cho người gửi yêu cầu', data: z.strictObject({ requestId: z.uuid(), seq: z.int().min(1) }), ...mail },
  'requests-retention': { label: 'Xóa dữ liệu của yêu cầu hết thời hạn giữ', ...upkeep, cron: '25 2 * * *' },
  'page-ratings': { label: 'Xóa ý kiến về trang hết thời hạn giữ', ...upkeep, cron: '20 2 * * *' },
  'clear-traces': { label: 'Xóa thư và tệp của hồ sơ đã xóa dữ liệu', ...upkeep, data: z.strictObject({ caseId: z.uuid() }) },
  'encrypt-columns': { label: 'Mã hóa dữ liệu cá nhân còn ở dạng cũ', ...upkeep, cron: '*/5 * * * *' },
  retention: { label: 'Xóa dữ liệu hết hạn lưu', ...upkeep, cron: '30 2 * * *' },
} as const satisfies Record<string, Kind>;

export type JobName = keyof typeof catalogue;
export const JobName = z.enum(Object.keys(catalogue) as [JobName, ...JobName[]]);
export type JobData<Name extends JobName> = z.infer<(typeof catalogue)[Name]['data']>;

export const kindOf = (name: JobName): Kind => catalogue[name];

/** Where a job goes after its last try, to wait for a person. */
export const deadLetters = 'dead-letters';
