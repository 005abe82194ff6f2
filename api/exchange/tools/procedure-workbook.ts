// All procedures as a workbook in the full form.
import type { ProcedureFile } from '../../procedures/schema.ts';
import { fullForm } from '../full-form.ts';
import { writeWorkbook } from './workbook.ts';

/** The bytes of an XLSX. `internal`: with the reviewer's working notes, which no public copy may have. */
export async function procedureWorkbook(
  procedures: Iterable<readonly [slug: string, ProcedureFile]>,
  { internal }: { internal: boolean } = { internal: false },
): Promise<Uint8Array> {
  return await writeWorkbook(fullForm(procedures, { internal }));
}
