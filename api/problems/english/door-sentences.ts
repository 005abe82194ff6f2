// What is refused at the door, and what is said when the system is away, in English.

export const doorSentences: Readonly<Record<string, string>> = {
  'Yêu cầu ghi hai tên máy chủ.': 'The request names two hosts.',
  'Địa chỉ này không hợp lệ.': 'This address is not valid.',
  'Hãy mở lại trang này bằng trình duyệt.': 'Please open this page again in a browser.',
  'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.': 'Open the form on this portal again, then send it.',
  'Không đọc được biểu mẫu vừa gửi. Hãy xem lại nội dung rồi bấm “Gửi lại”.':
    'The form could not be read. Look at it again, then press “Send again”.',
  'Trình duyệt không cho biết biểu mẫu được gửi từ đâu. Hãy xem lại nội dung rồi bấm “Gửi lại”.':
    'Your browser does not say where the form was sent from. Look at it again, then press “Send again”.',
  'Hãy thử lại sau ít phút.': 'Please try again in a few minutes.',
  'Hãy thử lại sau {n} giây, hoặc gọi đường dây nóng.':
    'Please try again in {n} seconds, or turn to the hotline.',
  'Hãy thử lại sau {n} phút, hoặc gọi đường dây nóng.':
    'Please try again in {n} minutes, or turn to the hotline.',
  'Hãy thử lại; nếu vẫn lỗi, báo cho cơ quan mã {id}.':
    'Please try again; if it fails again, tell the department this code: {id}.',
  'Nhiều người đang gửi cùng lúc. Hãy chờ nửa phút rồi gửi lại.':
    'Many people are sending at the same time. Wait half a minute, then send it again.',
  'Đường truyền đang quá chậm nên chưa nhận được hết. Hãy thử lại ở nơi có sóng tốt hơn.':
    'The line is too slow, so not everything arrived. Try again where the signal is better.',
  'Mỗi lần gửi không quá {n} KB. Hãy viết ngắn lại.':
    'At most {n} KB can be sent at once. Please shorten it.',
  'Chưa có gì được ghi. Hãy thử gửi lại sau ít phút; nội dung đã gõ vẫn còn.':
    'Nothing was recorded. Send it again in a few minutes; what you typed is still here.',
  'Hệ thống ngừng trước khi kịp trả lời, nên có thể đã ghi, có thể chưa. Hãy gửi lại chính nội dung này sau ít phút: nếu lần trước đã được ghi thì cổng trả lại kết quả ấy, không ghi thêm lần thứ hai. Nội dung đã gõ vẫn còn.':
    'The system stopped before it could answer, so this may or may not have been recorded. Send exactly the same again in a few minutes: if it was recorded, you get the same result and nothing is recorded twice. What you typed is still here.',
  'Hệ thống ngừng trước khi kịp trả lời, nên có thể đã ghi, có thể chưa. Hãy chờ ít phút rồi mở lại trang này để xem; nếu chưa thấy điều vừa gửi thì gửi lại. Nội dung đã gõ vẫn còn.':
    'The system stopped before it could answer, so this may or may not have been recorded. Wait a few minutes, then open this page again; if what you sent is not there, send it again. What you typed is still here.',
  'Ổ đĩa của máy chủ chưa ghi hoặc đọc được tệp. Hãy thử lại sau ít phút.':
    'The disk of the server cannot write or read the file. Please try again in a few minutes.',
  'Không có gì ở địa chỉ này.': 'There is nothing at this address.',
};
