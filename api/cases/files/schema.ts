// One file of a case, asked for by its sender.
import { z } from 'zod';
import { CaseKey } from '../case-key.ts';

export const OpenAttachment = z.strictObject({
  ...CaseKey.shape,
  id: z.uuid('Không có tệp này trong hồ sơ.'),
});
export type OpenAttachment = z.infer<typeof OpenAttachment>;
