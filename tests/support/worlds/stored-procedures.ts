// The procedures of content/ as they stand on a day, for tests of pure files.
import type { Decision } from '../../../api/procedures/decisions/schema.ts';
import { proceduresOn, readStored } from '../../../api/procedures/load.ts';

export const readProcedures = async (decisions: readonly Decision[], today: string) =>
  proceduresOn(await readStored(decisions), decisions, today);
