// The rows that count searches that found nothing.
type SearchMissTable = { query: string; count: number; lastOn: string };

export type SearchTables = { searchMisses: SearchMissTable };
