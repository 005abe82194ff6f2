// Words that people in Việt Nam build passwords from, the most usual first; compared without accents, marks and spaces.
// Gathered by hand for this portal from what the lists of leaked passwords leave out: the words for “password”,
// endearments, names, places, offices. World passwords come from @zxcvbn-ts/language-common (MIT).

const secrets =
  'matkhau mat khau mk123 matma mat ma khongbiet khongcho khongcopass dangnhap taikhoan quantri quantrivien nguoidung';
const endearments =
  'anhyeuem emyeuanh yeuem yeuanh iloveyou toiyeu toiyeuvietnam vietnamvodich conyeume bome giadinh hanhphuc tinhyeu nhoem mailamai maimaiyeu baby bicute meocon cuncon heocon congchua hoangtu';
const surnames =
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh doan lam mai trinh dao ha cao luong thai luu phung to quach ta';
const middleNames = 'van thi huu duc minh ngoc thanh xuan quoc thu kim hong phuong';
const givenNames =
  'anh an bao binh chau chi cuong dung duy dat giang ha hai han hang hanh hien hieu hoa hoai huong hung huy khanh khoa khoi kien lan linh loan long ly mai manh minh my nam nga ngan nghia ngoc nhan nhi nhung oanh phat phong phu phuc phuong quan quang quynh son tam tan thanh thao thang thi thinh thu thuy tien tin toan trang tri trinh trung truc tu tuan tung tuyet uyen van viet vinh vy yen';
const places =
  'vietnam hanoi saigon hochiminh danang haiphong cantho hue quangngai quangnam binhdinh kontum gialai lyson sahuynh trakhuc dungquat miandinh thienan nhatrang dalat vungtau';
const offices =
  'minhbach cong congdichvu dichvucong motcua sokhcn sokhoahoc sokhoahocvacongnghe khoahoc congnghe khoahoccongnghe khcn phananh kiennghi thutuc hanhchinh thutuchanhchinh vanphong vanthu chuyenvien canbo congchuc lanhdao giamdoc phogiamdoc truongphong chanhvanphong ubnd uyban tinh';
const seasons =
  'thang1 thang2 thang3 thang4 thang5 thang6 thang7 thang8 thang9 thang10 thang11 thang12 tet tetnguyendan nammoi chucmungnammoi mothaiba motthaibabonnam mothaibabonnam';

/** In the order of how usual they are, each once. */
export const commonWords: string[] = [
  ...new Set(
    [secrets, endearments, places, offices, surnames, givenNames, middleNames, seasons].join(' ').split(' '),
  ),
];

/** A full name of three words, as it stands on most desks: surname, middle name; the given name is any. */
export const commonNames: string[] = surnames
  .split(' ')
  .slice(0, 14)
  .flatMap((surname) => ['van', 'thi'].map((middle) => `${surname}${middle}`));
