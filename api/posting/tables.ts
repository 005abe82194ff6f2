// The rows of who posted which decision where and when.
import type { GeneratedAlways } from 'kysely';

type PostingMarkTable = {
  /** Given by the database; the newest of a decision's place is the one that counts. */
  id: GeneratedAlways<number>;
  decision: string;
  place: string;
  done: boolean;
  /** The day on which it was done; null when a mark is taken back. */
  doneOn: string | null;
  note: string;
  markedBy: string;
  markedAt: Date;
};

export type PostingTables = { postingMarks: PostingMarkTable };
