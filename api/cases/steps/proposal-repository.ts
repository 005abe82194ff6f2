// What waits for a signature: at most one proposal per case.
import type { Insertable } from 'kysely';
import { decrypted, encrypted } from '../../db/encrypted.ts';
import type { Transaction } from '../../db/open.ts';
import type { CaseTables } from '../tables.ts';

export async function findProposal(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseProposals')
    .select(['step', 'proposedBy'])
    .where('caseId', '=', caseId)
    .executeTakeFirst();
}

/** It whole, as it can be put back. */
export async function findWholeProposal(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseProposals')
    .select(['step', 'proposedBy', 'proposedAt'])
    .select(decrypted<unknown>('case_proposals.input', undefined, { json: true }).as('input'))
    .where('caseId', '=', caseId)
    .executeTakeFirst();
}

export async function insertProposal(
  trx: Transaction,
  proposal: Omit<Insertable<CaseTables['caseProposals']>, 'input'> & { input: string },
): Promise<void> {
  const input = encrypted('case_proposals.input', proposal.caseId, proposal.input);
  await trx
    .insertInto('caseProposals')
    .values({ ...proposal, input })
    .execute();
}

export async function deleteProposal(trx: Transaction, caseId: string): Promise<void> {
  await trx.deleteFrom('caseProposals').where('caseId', '=', caseId).execute();
}
