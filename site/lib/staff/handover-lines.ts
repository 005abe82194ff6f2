// What a hand-over means for all that is no case, in words.
type Preview = {
  proposals: number;
  drafts: number;
  focalFor: string[];
  hasPrivateCalendar: boolean;
  obligations: number;
  peers: string[];
};

export function handoverLines({
  proposals,
  drafts,
  focalFor,
  hasPrivateCalendar,
  obligations,
  peers,
}: Preview): { what: string; how: string }[] {
  const when = (holds: boolean, what: string, how: string) => (holds ? [{ what, how }] : []);
  return [
    ...when(
      proposals > 0,
      `Đề xuất chờ duyệt: ${proposals}`,
      'Vẫn chờ người ký, giữ tên người đề xuất; bị trả lại thì về người nhận hồ sơ',
    ),
    ...when(
      drafts > 0,
      `Bản nháp chưa gửi: ${drafts}`,
      'Sang người nhận, ghi rõ là dự thảo của ai; bản nháp của hồ sơ mà người nhận không được mở, hoặc của trang mà vai trò người nhận không có, thì ở lại tài khoản',
    ),
    ...when(true, 'Thư nhắc hạn mỗi sáng', 'Từ sáng hôm sau gửi cho người nhận'),
    ...when(
      obligations > 0,
      `Báo cáo, kế hoạch chưa xong trong năm: ${obligations}`,
      peers.length > 0
        ? `Của vai trò, không của riêng ai: ${peers.join(', ')} làm tiếp`
        : 'Của vai trò, không của riêng ai: chưa có người khác làm tiếp',
    ),
    ...when(hasPrivateCalendar, 'Địa chỉ lịch riêng', 'Bị hủy'),
    ...when(
      focalFor.length > 0,
      `Đầu mối công bố ở: ${focalFor.join('; ')}`,
      'Không tự đổi: sửa đầu mối trong content/contacts.yaml để trang công khai nêu người mới',
    ),
    ...when(
      peers.length > 0,
      'Việc theo vai trò (phân loại, ký duyệt, công khai)',
      `Không của riêng ai: còn ${peers.join(', ')}`,
    ),
  ];
}
