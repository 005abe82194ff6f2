// What the forms of the citizens' way refuse, in English: the Vietnamese sentence as it is said, and its English twin. A word
// in braces stands for whatever is filled in there.

export const formSentences: Readonly<Record<string, string>> = {
  // Every text field (api/forms/validation.ts).
  'Có ký tự không đọc được (ký tự điều khiển). Hãy xóa và gõ lại đoạn này.':
    'There are characters that cannot be read (control characters). Delete this passage and type it again.',
  'Dài quá {n} ký tự. Hãy viết ngắn lại.': 'Longer than {n} characters. Please shorten it.',
  'Không có ô nào tên là “{name}”. Hãy bỏ ô này.': 'There is no field named “{name}”. Leave it out.',
  'Cần điền ô này.': 'Please answer this.',
  'Giá trị không đúng kiểu.': 'This value is of the wrong type.',
  'Chỉ nhận một trong các giá trị: {values}.': 'Only one of these values is accepted: {values}.',
  'Giá trị quá lớn hoặc quá dài (nhiều nhất {n}).': 'This value is too large or too long (at most {n}).',
  'Giá trị quá nhỏ hoặc quá ngắn (ít nhất {n}).': 'This value is too small or too short (at least {n}).',
  'Giá trị không đúng khuôn dạng.': 'This value does not have the right form.',

  // The letter.
  'Chọn một loại nội dung gần nhất với điều Ông/Bà muốn nói.':
    'Choose the kind that is nearest to what you want to say.',
  'Chọn thủ tục.': 'Choose a procedure.',
  'Nêu rõ sự việc, ít nhất 20 ký tự: ở đâu, khi nào, việc gì, vướng ở chỗ nào.':
    'Say what happened, in at least 20 characters: where, when, what, and what went wrong.',
  'Nội dung dài quá 10.000 ký tự. Hãy viết gọn lại, phần chi tiết gửi sau khi được hỏi.':
    'Longer than 10,000 characters. Please shorten it; details can follow when you are asked.',
  'Viết điều Ông/Bà mong muốn.': 'Write what you would like the department to do.',
  'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.':
    'This procedure is not in the list. Choose again or leave it empty.',
  'Thủ tục {old} đã được thay thế bằng thủ tục {new}. Hãy chọn thủ tục ấy hoặc để trống.':
    'This procedure has been replaced by {new}. Choose that one or leave it empty.',
  'Thủ tục {old} đã được thay thế hoặc bãi bỏ. Hãy chọn thủ tục khác hoặc để trống.':
    'This procedure has been replaced or repealed. Choose another one or leave it empty.',

  // Who writes.
  'Chọn cá nhân hoặc tổ chức.': 'Choose individual or organisation.',
  'Nhập họ và tên, hoặc tên tổ chức (Điều 7 Nghị định 20/2008/NĐ-CP).':
    'Enter your full name or the name of the organisation (Article 7, Decree No. 20/2008/ND-CP).',
  'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh (Điều 7 Nghị định 20/2008/NĐ-CP).':
    'Enter a contact address: house number and street, commune or town, province or country (Article 7, Decree No. 20/2008/ND-CP).',
  'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh.':
    'Enter a contact address: house number and street, commune or town, province or country.',
  'Nhập số điện thoại.': 'Enter a telephone number.',
  'Ô này nhận một số điện thoại. Giữ lại một số, số khác ghi vào phần nội dung.':
    'Only one telephone number fits here. Keep one and write the others in the text.',
  'Số điện thoại chưa đúng. Viết đủ 10 chữ số, ví dụ 09xx xxx xxx. Số nội bộ viết sau chữ “máy lẻ”.':
    'The telephone number is not right. Write all 10 digits of a Vietnamese number (09xx xxx xxx), or + and the country code. Write an extension after “ext”.',
  'Nhập địa chỉ thư điện tử.': 'Enter an e-mail address.',
  'Không có địa chỉ nào tận cùng như vậy. Có phải {address}? Hãy sửa lại, hoặc để trống nếu có số điện thoại.':
    'No address ends like this. Do you mean {address}? Correct it, or leave it empty if you give a telephone number.',
  'Ô này nhận một địa chỉ thư điện tử. Giữ lại một địa chỉ.': 'Only one e-mail address fits here. Keep one.',
  'Địa chỉ thư điện tử chưa đúng. Viết dạng ten@vidu.vn.':
    'The e-mail address is not right. Write it like name@example.com.',
  'Cần số điện thoại hoặc thư điện tử để cơ quan liên hệ khi cần (Điều 7 Nghị định 20/2008/NĐ-CP).':
    'A telephone number or an e-mail address is needed so that the department can reach you (Article 7, Decree No. 20/2008/ND-CP).',
  'Cần số điện thoại hoặc thư điện tử, ít nhất một.':
    'A telephone number or an e-mail address is needed, at least one of them.',
  'Muốn nhận thông báo thì cần thư điện tử.': 'To be told by e-mail, give an e-mail address.',
  'Thiếu bản thông báo về dữ liệu cá nhân.': 'The version of the notice about personal data is missing.',
  'Hãy đọc thông báo về dữ liệu cá nhân và đánh dấu vào ô này.':
    'Please read the notice about personal data and tick this box.',
  'Thông báo về dữ liệu cá nhân đã có bản mới. Xin đọc lại rồi đánh dấu vào ô này.':
    'There is a new version of the notice about personal data. Please read it again and tick this box.',

  // Looking a case up.
  'Nhập mã hồ sơ, ví dụ PAKN-2026-000123.': 'Enter the case number, for example PAKN-2026-000123.',
  'Nhập mã tra cứu gồm 20 ký tự trên giấy biên nhận.':
    'Enter the look-up code of 20 characters that stands on the receipt.',
  'Mã tra cứu có 20 ký tự và chưa khớp ký tự kiểm tra. Hãy xem lại, có thể gõ nhầm một ký tự.':
    'A look-up code has 20 characters, and its check character does not match. Look again: one character may be mistyped.',
  'Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này. Hãy xem lại từng ký tự trên giấy biên nhận.':
    'No case matches this case number and look-up code. Compare every character with the receipt.',
  'Đường dẫn thôi nhận thư không đúng. Hãy mở lại từ cuối thư đã nhận.':
    'This link is not right. Open it again from the end of the e-mail you received.',
  'Đường dẫn không đúng.': 'This link is not right.',

  // What a sender does with the own case.
  'Không có việc nào tên như vậy.': 'There is no such step.',
  'Viết thông tin bổ sung, ít nhất 5 ký tự.': 'Write what you add, in at least 5 characters.',
  'Viết điều muốn nói thêm, ít nhất 5 ký tự.': 'Write what you want to add, in at least 5 characters.',
  'Nêu tình tiết mới hoặc điểm chưa đồng ý, ít nhất 20 ký tự.':
    'Say what is new or what you do not agree with, in at least 20 characters.',
  'Chọn ẩn hay nêu tên.': 'Choose whether your name is hidden or shown.',
  'Khóa của lần đổi mã phải có 20 đến 100 ký tự chữ, số, gạch nối.':
    'The key of this change must have 20 to 100 letters, digits or hyphens.',
  'Ghi lý do rút, ít nhất 5 ký tự, hoặc để trống.':
    'Write why you withdraw, in at least 5 characters, or leave it empty.',
  'Đánh dấu để xác nhận muốn rút.': 'Tick the box to confirm that you want to withdraw.',
  'Chọn một mức đánh giá.': 'Choose a rating.',
  'Viết ý kiến.': 'Write your comment.',
  'Dữ liệu của hồ sơ này đã xóa khi hết thời hạn giữ. Hãy gửi phản ánh mới.':
    'The data of this case was erased when its term was over. Please send new feedback.',
  'Hồ sơ này đã được đánh giá.': 'This case has been rated already.',
  'Có thể đánh giá sau khi cơ quan công khai hoặc kết thúc hồ sơ.':
    'You can rate after the department has published or closed the case.',
  '“{step}” không còn làm được ở trạng thái hiện tại của hồ sơ. Hãy tải lại trang.':
    'This can no longer be done in the present state of the case. Please reload the page.',
  '“{step}” không còn làm được ở trạng thái hiện tại của hồ sơ này. Hãy tải lại trang.':
    'This can no longer be done in the present state of this case. Please reload the page.',
  'Kết quả của hồ sơ này đánh giá được đến hết ngày {day}. Nếu chưa hài lòng, Ông/Bà vẫn có thể tiếp tục phản ánh.':
    'The result of this case could be rated until {day}. If you are not satisfied, you can still continue the case.',
  'Phiếu này đã được gửi với nội dung khác. Muốn gửi phản ánh mới, hãy mở một phiếu mới.':
    'This form has already been sent with other content. To send something new, open a new form.',
  'Phiếu này đã được gửi, và mã tra cứu sau đó đã được đổi.':
    'This form has already been sent, and its look-up code was changed afterwards.',

  // Drafts.
  'Mã bản nháp chưa đúng.': 'The key of the draft is not right.',
  'Nội dung quá dài, không giữ lại được.': 'This is too long to be kept.',
  'Không có bản nháp này, hoặc đã hết thời gian giữ.': 'There is no such draft, or its time is over.',
  'Chưa mang sang máy khác được. Chữ đã viết vẫn ở đây; thử lại sau ít phút.':
    'It could not be moved to another device. What you wrote is still here; try again in a few minutes.',
  'Nhập mã viết tiếp gồm 20 ký tự, hiện trên máy kia.':
    'Enter the code of 20 characters that is shown on the other device.',
  'Mã này không đúng, đã được dùng, hoặc đã quá {n} ngày. Hãy xem lại mã trên máy kia.':
    'This code is not right, was used already, or its days are over ({n}). Look at the code on the other device again.',
  'Trên máy này đang viết dở một phiếu khác. Đánh dấu vào ô này nếu bỏ phiếu đó.':
    'Something else is being written on this device. Tick this box to drop it.',

  // A lost code, and the address that is confirmed.
  'Đường dẫn không đúng. Hãy mở lại từ thư đã nhận.':
    'This link is not right. Open it again from the e-mail you received.',
  'Khóa của lần tạo mã phải có 20 đến 100 ký tự chữ, số, gạch nối.':
    'The key of this change must have 20 to 100 letters, digits or hyphens.',
  'Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Hãy mở trang tra cứu, chọn “Quên mã tra cứu” để nhận thư mới.':
    'This link is not right, was used already, or its time is over. To get a new e-mail, open “Follow a case” and choose “Forgotten the look-up code?”.',
  'Hồ sơ này không có thư điện tử. Hãy sửa thông tin liên hệ trước.':
    'This case has no e-mail address. Correct your contact details first.',
  'Đường dẫn này không phải của hồ sơ đang mở, hoặc địa chỉ thư trong hồ sơ đã đổi. Hãy mở hồ sơ và bấm “Gửi thư xác nhận” để nhận thư mới.':
    'This link does not belong to the case that is open, or the e-mail address of the case has changed. Open the case and press “Send the e-mail that confirms it” to get a new one.',
};
