// Who writes: the second part of the form (Điều 7 Nghị định 20/2008/NĐ-CP).
import { z } from 'zod';
import { choicesOf } from '../../forms/asked.ts';
import { line } from '../../forms/validation.ts';
import { kindLabels } from '../labels.ts';
import { optional } from '../../forms/blank.ts';
import { Email, Phone } from '../schema.ts';
import type { CaseField } from './field.ts';

const SenderKind = z.enum(['person', 'organisation'], { error: 'Chọn cá nhân hoặc tổ chức.' });
const kinds = choicesOf(SenderKind.options, kindLabels);

export const person = {
  kind: {
    schema: SenderKind,
    column: SenderKind,
    kept: { in: 'sender', as: 'text' },
    identifies: true,
    masked: false,
    signs: false,
    draft: false,
    label: 'Tư cách',
    reads: kindLabels,
    casePage: 'own',
    asked: { control: 'radios', label: 'Ông/Bà gửi với tư cách', options: kinds, required: true },
    entry: { control: 'radios', label: 'Người gửi là', options: kinds },
  },
  name: {
    schema: line({
      min: 2,
      max: 150,
      missing: 'Nhập họ và tên, hoặc tên tổ chức (Điều 7 Nghị định 20/2008/NĐ-CP).',
    }),
    column: z.string(),
    kept: { in: 'sender', as: 'text' },
    identifies: true,
    masked: true,
    signs: false,
    draft: false,
    label: 'Họ và tên, tên tổ chức',
    reads: 'words',
    casePage: 'own',
    asked: { control: 'line', label: 'Họ và tên, hoặc tên tổ chức', autocomplete: 'name', required: true },
    entry: { control: 'line', label: 'Họ và tên, tên tổ chức', autocomplete: 'off', required: true },
  },
  address: {
    schema: line({
      min: 5,
      max: 300,
      missing: 'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh (Điều 7 Nghị định 20/2008/NĐ-CP).',
    }),
    column: z.string(),
    kept: { in: 'sender', as: 'text' },
    identifies: true,
    masked: true,
    signs: false,
    draft: false,
    label: 'Địa chỉ',
    reads: 'words',
    casePage: 'listed',
    asked: {
      control: 'line',
      label: 'Địa chỉ',
      hint: 'Số nhà, đường hoặc thôn, xã/phường, tỉnh.',
      autocomplete: 'address-line1',
      required: true,
    },
    entry: { control: 'line', label: 'Địa chỉ', autocomplete: 'off', required: true },
  },
  phone: {
    schema: optional(Phone),
    column: z.string().nullable(),
    kept: { in: 'sender', as: 'text' },
    identifies: true,
    masked: true,
    signs: false,
    draft: false,
    label: 'Số điện thoại',
    reads: 'words',
    casePage: 'listed',
    asked: {
      control: 'line',
      label: 'Số điện thoại',
      hint: 'Ghi số điện thoại hoặc thư điện tử, ít nhất một trong hai.',
      type: 'tel',
      inputmode: 'tel',
      autocomplete: 'tel',
    },
    entry: {
      control: 'line',
      label: 'Số điện thoại',
      hint: 'Cần số điện thoại hoặc thư điện tử.',
      type: 'tel',
      autocomplete: 'off',
    },
  },
  email: {
    schema: optional(Email),
    column: z.string().nullable(),
    kept: { in: 'sender', as: 'text' },
    identifies: true,
    masked: true,
    signs: false,
    draft: false,
    label: 'Thư điện tử',
    reads: 'words',
    casePage: 'listed',
    asked: {
      control: 'line',
      label: 'Thư điện tử',
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
    },
    entry: { control: 'line', label: 'Thư điện tử', type: 'email', autocomplete: 'off' },
  },
} as const satisfies Record<string, CaseField>;
