// What the portal asks of a search engine; two adapters answer it, and one that falls back from the first to the second.
import type { Asked, Found } from './answer.ts';
import type { SearchDocument } from './document.ts';

export type Answered = Found & {
  /** The engine that named the candidates. */
  engine: string;
  /** The chosen engine does not answer; another one did. */
  degraded: boolean;
};

export type SearchIndex = {
  search(asked: Asked): Promise<Answered>;
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Exactly these documents; until they are all in, the old ones answer. */
  rebuild(documents: readonly SearchDocument[]): Promise<void>;
  health(): Promise<{ engine: string; degraded: boolean }>;
};
