// What may be attached and in which shapes attachments go in and out; shared by the API and the pages.
import { z } from 'zod';

export const AttachmentKind = z.enum(['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** `waiting`: held back until the scanner has judged; `unscanned`: taken in while no scanner was set up. */
export const AttachmentState = z.enum(['waiting', 'unscanned', 'clean', 'infected', 'erased']);
export type AttachmentState = z.infer<typeof AttachmentState>;

export const UploadView = z.object({
  token: z.string(),
  name: z.string(),
  /** Bytes as sent. */
  size: z.int(),
  kind: AttachmentKind,
});
export type UploadView = z.infer<typeof UploadView>;

export const AttachmentView = z.object({
  id: z.string(),
  name: z.string(),
  kind: AttachmentKind,
  bytes: z.int(),
  state: AttachmentState,
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const StaffAttachmentView = z.object({
  ...AttachmentView.shape,
  /** What a document can do besides being read; null: taken in before this was looked for. */
  findings: z.array(z.string()).nullable(),
  /** SHA-256 of the file as it is kept, in hexadecimal; null once erased. */
  sha256: z.string().nullable(),
});
export type StaffAttachmentView = z.infer<typeof StaffAttachmentView>;

/** A signed reply as the sender of its case is offered it: no name, which is the office's own. */
export const SignedReplyView = z.object({
  id: z.string(),
  kind: AttachmentKind,
  bytes: z.int(),
  state: AttachmentState,
  /** Its number in the register of outgoing documents, and the day on it. */
  number: z.string().nullable(),
  on: z.string().meta({ format: 'date' }),
});
export type SignedReplyView = z.infer<typeof SignedReplyView>;
