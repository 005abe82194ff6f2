// What a report says of cases that name a replaced procedure: where they are counted. Pure.
import type { Procedure } from '../procedures/schema.ts';
import { successorOf } from '../procedures/successor.ts';
import { inVietnameseOrder } from '../text/order.ts';
import type { ReportCase } from './case-facts.ts';
import type { CasesForm } from './form-schema.ts';

type Known = Pick<Procedure, 'slug' | 'name' | 'field' | 'status' | 'replacedBy'>;

/** Notes under a table by fields, one for each replaced procedure that its cases name; none under other tables. */
export function joinedNotes(
  procedures: ReadonlyMap<string, Known>,
  { rows }: Pick<CasesForm, 'rows'>,
  cases: readonly Pick<ReportCase, 'procedure'>[],
): string[] {
  if (rows !== 'field') return [];
  return [...Map.groupBy(cases, ({ procedure }) => procedure)]
    .flatMap(([slug, some]) => {
      const [earlier, successor] = [
        procedures.get(slug ?? ''),
        procedures.get(successorOf(procedures, slug ?? '')),
      ];
      if (!earlier || !successor || earlier === successor) return [];
      return [
        `${some.length} hồ sơ về thủ tục “${earlier.name}” (đã được thay thế) tính vào lĩnh vực ${successor.field}, cùng thủ tục thay thế “${successor.name}”.`,
      ];
    })
    .toSorted(inVietnameseOrder);
}
