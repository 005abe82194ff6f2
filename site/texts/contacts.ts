// The channels: how each is reached, and whether it is open.
import { catalogue } from './catalogue.ts';

export const contactTexts = catalogue({
  ended: { vi: (past: string) => `Kênh này ${past}`, en: (past: string) => `This channel ${past}` },
  useAnother: {
    vi: 'Hãy dùng một kênh khác trong danh sách.',
    en: 'Please use another channel of this list.',
  },
  channelFrom: { vi: (day: string) => `Kênh dùng từ ngày ${day}`, en: (day: string) => `In use from ${day}` },
  channelUntil: {
    vi: (day: string) => `Kênh dùng đến hết ngày ${day}`,
    en: (day: string) => `In use until ${day}`,
  },
  channelWithin: {
    vi: (from: string, to: string) => `Kênh dùng từ ngày ${from} đến hết ngày ${to}`,
    en: (from: string, to: string) => `In use from ${from} until ${to}`,
  },
  from: { vi: (day: string) => `Từ ngày ${day}`, en: (day: string) => `From ${day}` },
  until: { vi: (day: string) => `Đến hết ngày ${day}`, en: (day: string) => `Until ${day}` },
  within: {
    vi: (from: string, to: string) => `Từ ngày ${from} đến hết ngày ${to}`,
    en: (from: string, to: string) => `From ${from} until ${to}`,
  },
  call: { vi: 'Gọi điện', en: 'Call' },
  write: { vi: 'Viết', en: 'Write' },
  visit: { vi: 'Đến trực tiếp', en: 'Come in person' },
  here: { vi: 'Trên cổng này, không cần tài khoản', en: 'On this portal, without an account' },
  send: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send feedback' },
  noPhone: {
    vi: 'Sở chưa công bố số điện thoại đường dây nóng; hãy gửi bằng một cách trên đây.',
    en: 'No telephone number has been published yet; please use one of the ways above.',
  },
  open: { vi: 'Đang mở', en: 'Open now' },
  closed: { vi: 'Đang đóng', en: 'Closed now' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  tested: { vi: (day: string) => `Thử gần nhất ngày ${day}`, en: (day: string) => `Last tried on ${day}` },
  unpublished: {
    vi: (what: string) => `Sở chưa công bố ${what} của kênh này.`,
    en: (what: string) => `Not published for this channel yet: ${what}.`,
  },
  saveBoth: { vi: 'Lưu vào danh bạ, vào lịch', en: 'Save to contacts or calendar' },
  save: { vi: 'Lưu vào danh bạ', en: 'Save to contacts' },
  card: { vi: 'Danh thiếp điện tử (vCard)', en: 'Electronic card (vCard, in Vietnamese)' },
  calendar: { vi: 'Giờ làm việc vào lịch (ICS)', en: 'Opening hours for your calendar (ICS, in Vietnamese)' },
  qr: {
    vi: (name: string) => `Mã QR mở danh thiếp của ${name}`,
    en: () => 'QR code that opens the electronic card',
  },
  form: { vi: 'Mở biểu mẫu gửi phản ánh, kiến nghị', en: 'Open the feedback form' },
  notYet: { vi: 'Chưa dùng đến', en: 'Not in use yet' },
  duty: { vi: (past: string) => `Phân công ${past}`, en: (past: string) => `This duty ${past}` },
  dutyToCome: { vi: 'Chưa nhận việc', en: 'Not on duty yet' },
  focalPerson: { vi: 'Cá nhân đầu mối', en: 'Contact person' },
  substitute: { vi: 'Người thay khi vắng', en: 'Who stands in' },
});
