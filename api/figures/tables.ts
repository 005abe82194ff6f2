// The facts of cases and their sums as Kysely sees them.
import type { Cell, Duration } from './cells.ts';
import type { Round } from './facts.ts';

export type FigureTables = {
  caseFacts: Round & { publicId: string };
  figuresMonthly: Cell;
  figuresDurations: Duration;
  figuresHead: { onlyOne?: boolean; upto: number; calendarVersion: number; basis: string; at: Date };
};
