// Promises of the passwords: what anybody would guess is refused with a sentence, what several words make is taken.
import { expect, test } from 'vitest';
import { randomPassword } from '../../api/staff/tools/passwords.ts';
import { weaknessOf } from '../../api/staff/tools/password-strength.ts';

const owner = {
  email: 'nguyen.an@skhcn.example',
  name: 'Nguyễn Văn An',
  unit: 'van-phong Văn phòng Sở',
  words: ['minh bạch', 'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi', 'Sở KH&CN', 'Quảng Ngãi'],
};

test.each([
  '123456789012',
  'password1234',
  'Password@12345',
  'P@ssw0rd2026!!',
  'qwertyuiop12',
  '1qaz2wsx3edc',
  'asdfghjkl;123',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'aB1aB1aB1aB1',
  '01011990010119',
  'iloveyou1234',
  'matkhau123456',
  'Mật khẩu 2026',
  'mật khẩu mật khẩu',
  'MatKhau@2026!',
  'anhyeuem2026',
  'Việt Nam 2026',
  'nguyenvana1990',
  'nguyen.an@skhcn.example',
  'nguyen.an@skhcn.example1',
  'Nguyễn Văn An 1990',
  'quangngai2026',
  'Quảng Ngãi 12345',
  'SoKHCN@quangngai',
  'Văn phòng Sở 2026',
  'minhbach2026!',
  'khoahoccongnghe',
  'dichvucong123',
])('%s is refused', async (password) => {
  expect(await weaknessOf(password, owner)).toMatch(/^Mật khẩu .*Hãy /);
});

test.each([
  'một mật khẩu khác hẳn',
  'đúng mật khẩu của bài thử',
  'ba con vịt xiêm qua cầu Trà Khúc',
  'cây dừa nghiêng uống cà phê',
  'correct horse battery staple',
  'xJ8#vQ2!mLp9',
])('%s is taken', async (password) => {
  expect(await weaknessOf(password, owner)).toBeUndefined();
});

test('the passwords that the portal gives are taken', async () => {
  for (let one = 0; one < 50; one++) expect(await weaknessOf(randomPassword(), owner)).toBeUndefined();
});

test('a long one is judged quickly, whatever it is made of', async () => {
  for (const part of ['4@$5!1|0', 'pa55w0rd', 'ab', 'đặng', '1qaz', '😀'])
    await weaknessOf(part.repeat(128).slice(0, 128), owner);
});
