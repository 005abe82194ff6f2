// Erasing a person's data from a closed case (Luật 91/2025/QH15 Điều 4, Nghị định 356/2025/NĐ-CP Điều 5).
import { eraseAttachments } from '../attachments/repository.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import { erasePersonalRows, findIdByNumber } from './erase-repository.ts';
import { lockCase } from './event-repository.ts';
import { isAllowed, states, steps, type Actor } from './lifecycle.ts';
import { recordStep } from './record.ts';

/**
 * Erases sender, content, words and attachments of a closed case and writes the step with its reason; the files go
 * with the next removal. The reason must name nobody: it stays. Refused as `forbidden`, `not-found` or `wrong-status`.
 */
export async function erasePersonalData(
  portal: Portal,
  number: string,
  actor: { role: Actor; id: string | null },
  reason: string,
): Promise<void> {
  const at = portal.now();
  const by: readonly Actor[] = steps.erase.by;
  if (!by.includes(actor.role))
    throw new Problem('forbidden', `“${steps.erase.label}” do người có vai trò ${by.join(', ')} thực hiện.`);
  await portal.db.transaction().execute(async (trx) => {
    const id = await findIdByNumber(trx, number);
    if (!id) throw new Problem('not-found', 'Không có hồ sơ này.');
    const row = await lockCase(trx, id);
    if (row.erasedAt) throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xoá.');
    if (!isAllowed('erase', row.status, actor.role))
      throw new Problem(
        'wrong-status',
        `Chỉ xoá được khi hồ sơ đã xong; hồ sơ đang ở trạng thái “${states[row.status].label}”.`,
      );
    await erasePersonalRows(trx, id);
    await eraseAttachments(trx, id, at);
    await recordStep(trx, portal, {
      row,
      step: 'erase',
      to: row.status,
      actor,
      at,
      change: { erasedAt: at },
      text: { kind: 'reason', text: reason },
    });
  });
}
