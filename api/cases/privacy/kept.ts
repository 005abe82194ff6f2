// How long what is personal in a case is kept after it has ended, by how it ended: each kind has its own term with its basis
// among the deadlines. Pure.
import type { DeadlineCode } from '../../deadlines/schema.ts';
import type { Status } from '../lifecycle.ts';

export const keptKinds = {
  answered: { label: 'Hồ sơ đã xong', term: 'identity-retention' },
  rejected: { label: 'Phản ánh không tiếp nhận, đã rút', term: 'rejected-retention' },
  guided: { label: 'Đơn khiếu nại, tố cáo đã hướng dẫn', term: 'guided-retention' },
} as const satisfies Record<string, { label: string; term: DeadlineCode }>;
export type KeptKind = keyof typeof keptKinds;
export const keptKindNames = Object.keys(keptKinds) as KeptKind[];

/** Of which kind a case is that ended in a state. */
export const keptKindOf = (status: Status): KeptKind =>
  status === 'rejected' ? 'rejected' : status === 'guided_out' ? 'guided' : 'answered';
