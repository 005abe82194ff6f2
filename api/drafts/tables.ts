// Drafts as Kysely sees them.
export type DraftTables = {
  drafts: { keyHash: Buffer; sealed: string; expiresAt: Date };
};
