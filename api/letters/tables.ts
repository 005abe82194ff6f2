// The register of outgoing documents and the office's templates as Kysely sees them.
import type { ColumnType, Generated } from 'kysely';
import type { EncryptedText } from '../db/encrypted.ts';
import type { LetterKind } from './schema.ts';
import type { DocumentType, TemplateWords } from './template.ts';

export type LetterTables = {
  outgoingCounters: { series: string; year: number; last: number };
  outgoingDocuments: {
    id: Generated<string>;
    caseId: string;
    kind: LetterKind;
    type: DocumentType;
    series: string;
    year: number;
    /** Null: the number was given by the office's own system. */
    serial: number | null;
    number: string;
    issuedOn: string;
    subject: string;
    capacity: string;
    signer: string;
    unit: string | null;
    templateCode: string;
    templateVersion: number;
    byId: string;
    at: Date;
  };
  outgoingCancellations: { documentId: string; seq: number; byId: string; at: Date };
  /** The letter as it was issued, encrypted; gone once the case is erased. */
  outgoingTexts: { documentId: string; caseId: string; sealed: EncryptedText };
  letterTemplates: {
    code: string;
    version: number;
    words: ColumnType<TemplateWords, string, never>;
    /** With this version nobody is offered the template any more. */
    retired: boolean;
    authorId: string;
    writtenAt: Date;
  };
  /** What another hand said of a version: released, or returned with a reason. */
  letterTemplateVerdicts: {
    code: string;
    version: number;
    released: boolean;
    reason: string | null;
    byId: string;
    at: Date;
  };
};
