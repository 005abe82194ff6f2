// The rows that tell what was published when.
import type { ColumnType, GeneratedAlways } from 'kysely';

type PublicationTable = {
  id: GeneratedAlways<string>;
  kind: string;
  key: string;
  /** Null: taken away. */
  hash: string | null;
  snapshot: ColumnType<unknown, string | null, never>;
  publishedAt: ColumnType<Date, Date, never>;
};

export type PublishingTables = { publications: PublicationTable };
