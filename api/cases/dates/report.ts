// Which cases a higher authority has sent on to us, and of whose end it has yet to be told. Pure.
import { localDate } from '../../dates/dates.ts';
import { isClosed, type Status } from '../lifecycle.ts';
import type { CaseSource } from '../schema.ts';

/** The sources by which a higher authority sends a case on to us. */
export const forwardedSources = ['vp-ubnd', 'dvcqg'] as const satisfies CaseSource[];

export const isForwarded = (source: CaseSource): boolean =>
  (forwardedSources as readonly CaseSource[]).includes(source);

/** Whether a case in this state has come to an end of its own, which can be told. */
export const hasEnded = (status: Status): boolean =>
  (isClosed(status) || status === 'answered') && status !== 'merged';

type Ended = {
  source: CaseSource;
  status: Status;
  answeredAt: Date | null;
  erasedAt: Date | null;
  /** A day in Asia/Ho_Chi_Minh. */
  reportedOn: string | null;
};

/** Whether the authority is owed a report: the case has ended, and none was made since it was answered last. */
export const owesReport = ({ source, status, answeredAt, erasedAt, reportedOn }: Ended): boolean =>
  isForwarded(source) &&
  erasedAt === null &&
  hasEnded(status) &&
  (reportedOn === null || (answeredAt !== null && reportedOn < localDate(answeredAt)));
