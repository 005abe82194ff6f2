// The procedures of content/ as they stand on a day, for tests of pure files.
import { contentDir } from '../../../api/content/read.ts';
import type { Decision } from '../../../api/procedures/decisions/schema.ts';
import { proceduresOn, readStored } from '../../../api/procedures/load.ts';

export const readProcedures = async (decisions: readonly Decision[], today: string) =>
  proceduresOn(await readStored(contentDir, decisions), decisions, today);
