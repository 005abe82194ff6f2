// Open cases like one, with the reason: a hint for merging, never a decision.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { findSimilar } from './score.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import { findCompared, listComparable } from './open-repository.ts';

const comparedAtMost = 200;
const shownAtMost = 5;

export async function similarOpenCases({ db, content }: Portal, viewer: Viewer, number: string) {
  const compared = await findCompared(db, viewer, number);
  if (!compared)
    throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.');
  const candidates = await listComparable(db, viewer, compared, comparedAtMost);
  const same = compared.procedureSlug ? 'cùng thủ tục' : 'cùng loại nội dung';
  return findSimilar(candidates, compared.body, shownAtMost).map(({ candidate, shared }) => ({
    number: candidate.number,
    status: candidate.status,
    summary: candidate.summary,
    receivedAt: candidate.receivedAt.toISOString(),
    dueOn: candidate.dueOn,
    unit: candidate.unit === null ? null : unitName(content.units, candidate.unit),
    why: [same, `trùng các từ: ${shared.join(', ')}`],
  }));
}
