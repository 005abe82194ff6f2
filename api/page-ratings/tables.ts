// Ratings of pages as Kysely sees them: counts by page and day, and the sentences apart.
import type { EncryptedText } from '../db/encrypted.ts';
import type { Generated } from 'kysely';

export type PageRatingTables = {
  pageRatings: { page: string; onDay: string; helpful: boolean; count: number };
  pageRatingComments: {
    id: Generated<string>;
    page: string;
    onDay: string;
    helpful: boolean;
    comment: EncryptedText;
    handledAt: Date | null;
    handledBy: string | null;
  };
};
