// Asks for the notice to the sender about a step, in the transaction of the step.
import type { StepName } from '../cases/lifecycle.ts';
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal.ts';

export async function enqueueCaseNotice(
  _trx: Transaction,
  _portal: Portal,
  _event: { caseId: string; seq: number; step: StepName },
): Promise<void> {}
