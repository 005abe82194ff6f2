// Imported one-stop figures as Kysely sees them.
import type { GeneratedAlways } from 'kysely';
import type { DossierRow } from './row.ts';

export type DossierTables = {
  dossierImports: {
    id: GeneratedAlways<number>;
    month: string;
    fileName: string;
    reason: string | null;
    importedBy: string;
    importedAt: Date;
  };
  dossierRows: DossierRow & { importId: number };
};
