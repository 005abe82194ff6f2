// What is refused of files on the citizens' way, in English.

export const fileSentences: Readonly<Record<string, string>> = {
  '“{name}”: {sentence}': '“{name}”: {sentence}',
  'Chọn một tệp để gửi.': 'Choose a file to send.',
  'Gửi tệp bằng biểu mẫu multipart/form-data, ô tên là file.':
    'Send the file as multipart/form-data in a field named file.',
  'Không đọc được biểu mẫu gửi tệp. Hãy chọn lại tệp rồi gửi.':
    'The form with the file could not be read. Choose the file again and send it.',
  'Mã của tệp không đúng. Hãy chọn lại tệp.': 'The key of the file is not right. Choose the file again.',
  'Gửi nhiều nhất {n} tệp. Hãy bỏ bớt tệp.': 'Send at most {n} files. Take some away.',
  'Chỉ nhận nhiều nhất {n} tệp, tệp này chưa được nhận. Hãy bỏ bớt tệp khác.':
    'At most {n} files are accepted, so this one was not received. Take another one away.',
  'Các tệp cộng lại quá {n} MB, tệp này chưa được nhận.':
    'All files together are over {n} MB, so this one was not received.',
  'Các tệp đính kèm cộng lại quá {n} MB. Hãy bỏ bớt hoặc giảm cỡ tệp.':
    'The attached files together are over {n} MB. Take some away or make them smaller.',
  'Có tệp đã quá 24 giờ nên không còn. Hãy chọn lại tệp.':
    'A file was older than 24 hours and is gone. Choose the file again.',
  'Có tệp đính kèm không còn trên máy chủ (quá 24 giờ, đã bỏ hoặc đã gửi cùng hồ sơ khác). Hãy chọn lại tệp.':
    'An attached file is no longer on the server (older than 24 hours, taken away, or sent with another case). Choose the file again.',
  'Mỗi tệp không quá {n} MB. Hãy chọn tệp nhỏ hơn.': 'A file may have at most {n} MB. Choose a smaller one.',
  'Các tệp gửi lên quá lớn. Hãy quay lại trang trước và bỏ bớt tệp.':
    'The files are too large. Go back and take some away.',
  'Tệp rỗng (0 byte). Hãy chọn lại tệp.': 'The file is empty (0 bytes). Choose the file again.',
  'Tệp lớn hơn {n} MB. Hãy giảm cỡ ảnh, hoặc chia tài liệu thành nhiều tệp.':
    'The file is over {n} MB. Make the picture smaller, or divide the document into several files.',
  'Chỉ nhận ảnh JPEG, PNG, WebP, HEIC, tệp PDF, Word (DOCX) và Excel (XLSX). Nội dung tệp này không thuộc loại nào.':
    'Only JPEG, PNG, WebP and HEIC pictures, PDF, Word (DOCX) and Excel (XLSX) files are accepted. The content of this file is none of them.',
  'Tệp Word, Excel đời cũ hoặc có mật khẩu. Hãy lưu lại dạng DOCX, XLSX không mật khẩu, hoặc PDF.':
    'This is an old Word or Excel file, or it has a password. Save it as DOCX, XLSX or PDF without a password.',
  'Tệp này quá phức tạp nên cổng không xét được. Hãy lưu lại dạng PDF, hoặc chụp ảnh trang rồi gửi.':
    'This file is too complex to be examined. Save it as PDF, or send photographs of its pages.',
  'Tệp PDF bị thiếu phần cuối. Hãy tải lại hoặc xuất lại tệp rồi gửi.':
    'The end of the PDF file is missing. Download or export it again, then send it.',
  'Máy chủ không đọc được ảnh HEIC này, hãy gửi ảnh JPEG.':
    'This HEIC picture cannot be read. Please send a JPEG picture.',
  'Không đọc được ảnh này. Hãy mở ảnh, lưu lại dạng JPEG rồi gửi.':
    'This picture cannot be read. Open it, save it as JPEG, then send it.',
  'Ảnh có quá nhiều điểm ảnh (hơn 64 triệu). Hãy thu nhỏ ảnh rồi gửi lại.':
    'The picture has too many pixels (over 64 million). Make it smaller and send it again.',
  'Tệp PDF có lệnh mở chương trình khác trên máy người đọc nên không nhận. Hãy in lại thành PDF rồi gửi.':
    'The PDF file would start another program for its reader, so it is not accepted. Print it to PDF again, then send it.',
  'Tệp vừa là PDF vừa là tệp loại khác nên không nhận. Hãy in lại thành PDF rồi gửi.':
    'The file is a PDF and another kind of file at once, so it is not accepted. Print it to PDF again, then send it.',
  'Tệp có lệnh DDE (gọi chương trình khác khi mở) nên không nhận. Hãy xóa trường đó, hoặc lưu thành PDF rồi gửi.':
    'The file has a DDE command, which starts another program when it is opened, so it is not accepted. Delete that field or save it as PDF.',
  'Tệp lấy mẫu (template) từ một máy khác khi mở nên không nhận. Hãy lưu thành PDF rồi gửi.':
    'The file loads a template from another machine when it is opened, so it is not accepted. Save it as PDF.',
  'Tệp nhúng chương trình chạy được nên không nhận. Hãy bỏ phần nhúng, hoặc lưu thành PDF rồi gửi.':
    'A program is embedded in the file, so it is not accepted. Remove it or save the file as PDF.',
  'Tệp này không phải Word (DOCX) hay Excel (XLSX) đúng chuẩn. Hãy lưu lại rồi gửi.':
    'This is not a proper Word (DOCX) or Excel (XLSX) file. Save it again, then send it.',
  'Tệp có macro (mã chạy được) nên không nhận. Hãy lưu lại dạng không macro, hoặc dạng PDF.':
    'The file has macros (program code), so it is not accepted. Save it without macros or as PDF.',
  'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.':
    'The file has a password and cannot be read. Remove the password and send it again.',
  'Tệp nén bung ra quá lớn nên không nhận. Hãy lưu lại dạng PDF rồi gửi.':
    'Unpacked, the file is too large, so it is not accepted. Save it as PDF.',
};
