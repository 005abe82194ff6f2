// A case that staff write down for somebody, or that a higher authority has sent on.
import { z } from 'zod';
import { line } from '../http/validation.ts';
import { CaseSource, ContentCode, contactMissing, optional, SubmitCase } from './schema.ts';

const Day = (missing: string) => z.iso.date({ error: missing });
const procedure = optional(line({ max: 120, missing: 'Chọn thủ tục.' }));
const formShape = SubmitCase.shape;

/** A case that staff write down: by telephone, at the counter, from a letter, from a meeting, or forwarded from above. */
export const TakeIn = z
  .strictObject({
    source: CaseSource.exclude(['web'], { error: 'Chọn nguồn tiếp nhận.' }),
    contentCode: ContentCode,
    procedure,
    body: formShape.body,
    wish: formShape.wish,
    kind: formShape.kind,
    name: formShape.name,
    address: formShape.address,
    phone: formShape.phone,
    email: formShape.email,
    consentsToNotices: z.boolean().default(false),
    consentsToPublication: z.boolean().default(false),
    /** Of a forwarded case: who sent it on, under which number, on which day, with which deadline. */
    originAgency: optional(line({ max: 200, missing: 'Ghi cơ quan chuyển.' })),
    originNumber: optional(line({ max: 100, missing: 'Ghi số văn bản chuyển.' })),
    originOn: optional(Day('Ghi ngày chuyển.')),
    originDueOn: optional(Day('Ghi hạn do cơ quan chuyển đặt.')),
    nationalCode: optional(line({ max: 60, missing: 'Ghi mã trên Cổng Dịch vụ công quốc gia.' })),
  })
  .superRefine((value, context) => {
    if (!value.phone && !value.email)
      context.addIssue({ code: 'custom', path: ['phone'], message: contactMissing });
    if (value.consentsToNotices && !value.email)
      context.addIssue({
        code: 'custom',
        path: ['email'],
        message: 'Muốn nhận thông báo thì cần thư điện tử.',
      });
    if (value.source !== 'vp-ubnd' && value.source !== 'dvcqg') return;
    if (!value.originOn)
      context.addIssue({
        code: 'custom',
        path: ['originOn'],
        message: 'Ghi ngày chuyển: thời hạn chạy từ ngày này.',
      });
    if (value.source === 'vp-ubnd' && !value.originNumber)
      context.addIssue({ code: 'custom', path: ['originNumber'], message: 'Ghi số văn bản chuyển.' });
    if (value.source === 'dvcqg' && !value.nationalCode)
      context.addIssue({
        code: 'custom',
        path: ['nationalCode'],
        message: 'Ghi mã phản ánh trên Cổng Dịch vụ công quốc gia.',
      });
    if (value.originOn && value.originDueOn && value.originDueOn < value.originOn)
      context.addIssue({ code: 'custom', path: ['originDueOn'], message: 'Hạn phải sau ngày chuyển.' });
  });
export type TakeIn = z.infer<typeof TakeIn>;
