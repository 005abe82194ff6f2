// A file judged: what may be kept of it, or why it is refused.
import { Problem } from '../../../problems/problem.ts';
import type { Finding } from '../../findings.ts';
import type { AttachmentKind } from '../../schema.ts';

export type JudgedFile = { kind: AttachmentKind; bytes: Buffer; findings: Finding[] };

/** A refusal tied to the field of the file. */
export const refuseFile = (detail: string) =>
  new Problem('invalid', undefined, [{ pointer: '/file', detail }]);
