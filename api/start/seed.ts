// Reference data that every database holds: what the law fixes in numbers, editable afterwards.
import { seedDeadlines } from '../deadlines/repository.ts';
import type { Portal } from '../portal/portal.ts';

/** Adds what is missing; what an officer has edited stays. */
export async function seedReferenceData({ db, content }: Pick<Portal, 'db' | 'content'>): Promise<void> {
  await seedDeadlines(db, content.deadlines);
}
