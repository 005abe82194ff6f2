// The tables of the ledger as Kysely sees them.
import type { Generated } from 'kysely';

export type LedgerTables = {
  ledgerLeaves: { index: number; caseId: string; seq: number; eventHash: Buffer };
  ledgerNodes: { level: number; index: number; hash: Buffer };
  ledgerHead: { onlyOne: Generated<boolean>; size: number; at: Date; note: string };
  ledgerCheckpoints: { onDay: string; size: number; note: string };
  signingKeys: { keyId: string; name: string; publicKey: Buffer; firstUsedAt: Date };
};
