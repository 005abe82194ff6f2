// One channel for phản ánh, kiến nghị: whose it is and how it is reached, with what is still missing shown as missing.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';
import { Hours, saysTheHours } from './hours.ts';

export const DetailType = z.enum(['phone', 'email', 'address', 'website', 'form', 'hours']);
export type DetailType = z.infer<typeof DetailType>;

const formats: Partial<Record<DetailType, { shape: RegExp; say: string }>> = {
  phone: { shape: /^\+?[\d .()-]{3,20}$/, say: 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm.' },
  email: { shape: /^\S+@\S+\.\S+$/, say: 'Thư điện tử có dạng ten@coquan.gov.vn.' },
  website: { shape: /^https?:\/\/\S+$/, say: 'Trang web bắt đầu bằng https://.' },
  form: { shape: /^(\/|https?:\/\/)\S+$/, say: 'Biểu mẫu là một đường dẫn.' },
};

const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo;
const termError = { path: ['validTo'], message: 'Ngày cuối (validTo) không thể trước ngày đầu (validFrom).' };

/** One way of reaching the channel. `value` null: not known, and `missing` says who has yet to give it. */
export const Detail = z
  .strictObject({
    type: DetailType,
    value: Text.nullable(),
    missing: Text.nullable().default(null),
    /** The same opening hours for computing with; only beside a text of type hours. */
    hours: Hours.nullable().default(null),
    checked: z.boolean().default(true),
    /** The last day on which somebody called, wrote or went there and it worked. */
    testedOn: Day.nullable().default(null),
    validFrom: Day.nullable().default(null),
    validTo: Day.nullable().default(null),
    note: Text.nullable().default(null),
  })
  .refine(
    ({ value, missing }) => (value === null) !== (missing === null),
    'Ghi value, hoặc để value: null và ghi missing.',
  )
  .refine(inOrder, termError)
  .superRefine(({ type, value, hours }, context) => {
    const format = formats[type];
    if (hours && (type !== 'hours' || value === null || !saysTheHours(value, hours)))
      context.addIssue({
        code: 'custom',
        path: ['hours'],
        message: 'Giờ ở hours phải là giờ đã viết ở value, của một dòng type: hours.',
      });
    if (value !== null && format && !format.shape.test(value))
      context.addIssue({ code: 'custom', path: ['value'], message: format.say });
  });
export type Detail = z.infer<typeof Detail>;

const Reached = {
  name: Text.nullable(),
  position: Text.nullable(),
  phone: Text.regex(/^\+?[\d .()-]{3,20}$/, 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm.').nullable(),
  email: Text.regex(/^\S+@\S+\.\S+$/, 'Thư điện tử có dạng ten@coquan.gov.vn.').nullable(),
};

/** The officer who receives phản ánh, kiến nghị, and who stands in when that one is away; null: not told to us. */
export const FocalPerson = z
  .strictObject({
    ...Reached,
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    substitute: z.strictObject(Reached).nullable(),
  })
  .refine(inOrder, termError);
export type FocalPerson = z.infer<typeof FocalPerson>;

/** In the order in which they are shown: the province's office and the national system before the department's own. */
export const Tier = z.enum(['province', 'national', 'department', 'one-stop', 'support']);
export type Tier = z.infer<typeof Tier>;

export const Contact = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    tier: Tier,
    name: Text,
    operator: Text.nullable(),
    description: Text,
    details: z.array(Detail).min(1),
    focalPersons: z.array(FocalPerson).default([]),
    confidence: z.enum(['source', 'source-weak', 'missing']),
    sources: z.array(z.strictObject({ url: Text.regex(/^https?:\/\//), readOn: Day.nullable() })),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    note: Text.nullable(),
  })
  .refine(inOrder, termError);
export type Contact = z.infer<typeof Contact>;

/** content/contacts.yaml: the channels in the order in which every page shows them. */
export const Contacts = z
  .array(Contact)
  .min(1)
  .refine(
    (contacts) => new Set(contacts.map(({ id }) => id)).size === contacts.length,
    'Hai kênh có cùng id.',
  )
  .refine((contacts) => {
    const ranks = contacts.map(({ tier }) => Tier.options.indexOf(tier));
    return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  }, 'Kênh của tỉnh và của quốc gia đứng trước, rồi kênh của Sở, nơi nộp hồ sơ, kênh hỗ trợ.');
