// The public figures of a test portal: brought up to date, read, and compared with what counting anew gives.
import { followLedger } from '../../../api/figures/follow-service.ts';
import type { Statistics } from '../../../api/figures/schema.ts';
import { sequenceLedger } from '../../../api/ledger/sequence-service.ts';
import type { TestPortal } from './portal.ts';

/** Takes everything that has happened into the figures. */
export async function catchUp({ portal }: TestPortal): Promise<void> {
  await sequenceLedger(portal);
  await followLedger(portal);
}

/** Counts everything anew, as a first start does. */
export async function rebuildFigures(portal: Parameters<typeof followLedger>[0]): Promise<void> {
  await portal.db.deleteFrom('figuresHead').execute();
  await followLedger(portal);
}

export async function figuresOf(test: TestPortal, query = ''): Promise<Statistics> {
  const response = await test.request(`/api/statistics${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Statistics;
}

/** All that is kept, in one order. */
export async function keptFigures({ portal: { db } }: TestPortal) {
  return {
    facts: await db.selectFrom('caseFacts').selectAll().orderBy('caseId').orderBy('round').execute(),
    cells: await db
      .selectFrom('figuresMonthly')
      .selectAll()
      .orderBy('dimension')
      .orderBy('month')
      .orderBy('key')
      .execute(),
    durations: await db
      .selectFrom('figuresDurations')
      .selectAll()
      .orderBy('dimension')
      .orderBy('month')
      .orderBy('key')
      .orderBy('workingDays')
      .execute(),
  };
}
