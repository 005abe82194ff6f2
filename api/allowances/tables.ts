// The table of budgets as Kysely sees it.

export type AllowanceTables = {
  allowances: {
    /** Keyed hash of what is limited and for whom. */
    key: Buffer;
    /** When the budget is whole again. */
    fullAt: Date;
  };
};
