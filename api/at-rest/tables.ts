// The keys of encrypted columns and how far the work on each table has come, as Kysely sees them.

export type AtRestTables = {
  dataKeys: {
    id: number;
    /** By which a key is known again; it tells nothing of the key. */
    fingerprint: Buffer;
    firstAt: Date;
    /** When nothing was left under it. */
    emptiedAt: Date | null;
  };
  encryptionProgress: {
    tableName: string;
    keyId: number;
    /** The key of the last row that was looked at, its parts joined by `/`; null: from the start. */
    after: string | null;
    /** Rows that were encrypted. */
    done: number;
    /** Rows with a value that no key opens. */
    unopened: number;
    /** When the whole table held nothing but values under the key. */
    provenAt: Date | null;
  };
};
