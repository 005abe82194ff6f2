// The Vietnamese names of the ways a channel is reached.
import type { DetailType, Tier } from './schema.ts';

export const detailLabels: Record<DetailType, string> = {
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  website: 'Trang thông tin điện tử',
  form: 'Gửi trực tuyến',
  hours: 'Giờ làm việc',
};

export const focalPersonLabel = 'Cá nhân đầu mối';
export const substituteLabel = 'Người thay khi vắng';
export const personLabels = {
  name: 'Họ tên',
  position: 'Chức vụ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
} as const;
export const notGiven = 'Sở chưa cung cấp';

export const tierLabels: Record<Tier, string> = {
  province: 'Cơ quan đầu mối của tỉnh',
  national: 'Hệ thống của quốc gia',
  department: 'Kênh của Sở',
  'one-stop': 'Nơi nộp hồ sơ và nhận kết quả',
  support: 'Hỗ trợ sử dụng cổng quốc gia',
};
