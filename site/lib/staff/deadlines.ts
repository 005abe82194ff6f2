// The periods of the procedure, from content/deadlines.yaml, for pages that explain the way of a case.
import { parse } from 'yaml';
import { z } from 'zod';
import { Deadline, type DeadlineCode } from '../../../api/deadlines/schema.ts';
import { twoFigures } from '../../../api/text/numbers.ts';
import source from '@content/deadlines.yaml?raw';

const deadlines = z.array(Deadline).parse(parse(source));

/** One period with its legal basis; throws when the file has none of that code. */
export function deadlineOf(code: DeadlineCode): Deadline {
  const found = deadlines.find((deadline) => deadline.code === code);
  if (!found) throw new Error(`content/deadlines.yaml không có thời hạn “${code}”.`);
  return found;
}

/** A period in words: `15 ngày làm việc`, `05 ngày`. */
export function periodOf(code: DeadlineCode): string {
  const { amount, unit } = deadlineOf(code);
  return `${twoFigures(amount)} ${unit === 'working-days' ? 'ngày làm việc' : 'ngày'}`;
}
