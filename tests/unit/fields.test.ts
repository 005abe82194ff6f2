// Fields of procedures: as addresses name them, and their counts.
import { expect, test } from 'vitest';
import { anchorOf } from '../../api/text/fold.ts';
import { countFields, fieldHref } from '../../site/lib/form/fields.ts';

test('an anchor is plain ASCII, đ included', () => {
  expect(anchorOf('Tiêu chuẩn đo lường chất lượng')).toBe('tieu-chuan-do-luong-chat-luong');
  expect(anchorOf('Năng lượng nguyên tử, an toàn bức xạ và hạt nhân')).toBe(
    'nang-luong-nguyen-tu-an-toan-buc-xa-va-hat-nhan',
  );
  expect(fieldHref('Đo lường')).toBe('/thu-tuc/loc?linh-vuc=do-luong');
});

test('the largest field comes first; equal ones in Vietnamese order', () => {
  const procedures = ['Sở hữu trí tuệ', 'Đo lường', 'Bưu chính', 'Bưu chính'].map((field) => ({ field }));
  expect(countFields(procedures)).toEqual([
    { field: 'Bưu chính', count: 2 },
    { field: 'Đo lường', count: 1 },
    { field: 'Sở hữu trí tuệ', count: 1 },
  ]);
});
