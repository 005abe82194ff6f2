// Asks for the notice to the sender about a step, in the transaction of the step.
import type { StepName } from '../cases/lifecycle.ts';
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { findAddress } from './notice-repository.ts';

/** Writes the job when content/notices.yaml has a text for the step and the sender agreed to be told. */
export async function enqueueCaseNotice(
  trx: Transaction,
  { content, jobs }: Pick<Portal, 'content' | 'jobs'>,
  { caseId, seq, step }: { caseId: string; seq: number; step: StepName },
): Promise<void> {
  if (!content.notices.steps[step] || !(await findAddress(trx, caseId))) return;
  await jobs.enqueue(trx, 'notice', { caseId, seq }, { key: `${caseId}/${seq}` });
}
