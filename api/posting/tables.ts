// The rows of who posted which decision where and when.
import type { Generated, GeneratedAlways } from 'kysely';

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

type PostingReceiptTable = {
  /** Given by the database; the newest of a decision is the one that counts. */
  id: GeneratedAlways<number>;
  decision: string;
  receivedOn: string;
  note: string;
  enteredBy: string;
  enteredAt: Date;
};

type PostingPhotoTable = {
  id: Generated<string>;
  markId: number;
  decision: string;
  /** The random name in the file store. */
  fileKey: string;
  kind: 'jpeg' | 'png' | 'webp';
  bytes: number;
  sha256: Buffer;
  addedAt: Date;
};

export type PostingTables = {
  postingMarks: PostingMarkTable;
  postingReceipts: PostingReceiptTable;
  postingPhotos: PostingPhotoTable;
};
