// The tables of the attachments as Kysely sees them.
import type { EncryptedTextOrNull } from '../db/encrypted.ts';
import type { Generated } from 'kysely';
import type { OfficeFilePurpose } from './office-file.ts';
import type { AttachmentKind, AttachmentState } from './schema.ts';

export type AttachmentTables = {
  attachments: {
    id: Generated<string>;
    tokenHash: Buffer;
    /** The random name in the file store. */
    fileKey: string;
    /** Null while pending: uploaded, but not yet part of a case. */
    caseId: string | null;
    /** 1, 2, 3 … within the case. */
    place: number | null;
    /** As the sender named it, made harmless; personal data; null once erased. */
    name: EncryptedTextOrNull;
    kind: AttachmentKind;
    /** Of the stored file. */
    bytes: number;
    /** Of the file as it was sent; the limits count these. */
    sentBytes: number;
    sha256: Buffer | null;
    state: AttachmentState;
    /** What a document can do besides being read; null: taken in before this was looked for. */
    findings: string[] | null;
    uploadedAt: Date;
    /** Pending longer than others: its letter is on the way to another device. */
    heldUntil: Generated<Date | null>;
    attachedAt: Date | null;
  };
  /** What the office says of the files that it has added; the others are their sender's. */
  officeFiles: {
    attachmentId: string;
    caseId: string;
    /** Of the attachment. */
    place: number;
    purpose: OfficeFilePurpose;
    /** A day in Asia/Ho_Chi_Minh: of receipt, or the one that stands on it. */
    datedOn: string;
    note: EncryptedTextOrNull;
    /** Its line in the register of outgoing documents. */
    documentId: string | null;
    addedBy: string;
    addedAt: Date;
    /** Shown to the sender since, and by whom. */
    givenBy: string | null;
    givenAt: Date | null;
    withdrawnBy: string | null;
    withdrawnAt: Date | null;
  };
  fileRemovals: { fileKey: string; dueAt: Date };
};
