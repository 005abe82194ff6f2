// The book of requests as Kysely sees it.
import type { EncryptedText, EncryptedTextOrNull } from '../db/encrypted.ts';
import type { Generated } from 'kysely';
import type { RequestKind } from './kinds.ts';
import type { RequestStatus, RequestStep } from './lifecycle.ts';

export type RequestTables = {
  requestCounters: { year: number; last: number };
  requests: {
    id: Generated<string>;
    year: number;
    serial: number;
    number: string;
    kind: RequestKind;
    status: RequestStatus;
    receivedAt: Date;
    acknowledgeDays: number | null;
    termDays: number;
    moreDays: number | null;
    extended: Generated<boolean>;
    identity: 'unchecked' | 'by-code' | 'by-officer';
    caseId: string | null;
    letterNumber: string | null;
    letterOn: string | null;
    privacyNotice: string;
    secretHash: Buffer;
    idempotencyHash: Buffer;
    requestHash: Buffer;
    sealedReceipt: string;
    closedAt: Date | null;
    erasedAt: Date | null;
    version: Generated<number>;
  };
  requestPeople: {
    requestId: string;
    name: EncryptedTextOrNull;
    phone: EncryptedTextOrNull;
    email: EncryptedTextOrNull;
    address: EncryptedTextOrNull;
    caseNumber: EncryptedTextOrNull;
  };
  requestEvents: {
    requestId: string;
    seq: number;
    step: RequestStep;
    actorRole: string;
    actorId: string | null;
    at: Date;
    dueOn: string | null;
    commitment: Buffer | null;
  };
  requestTexts: { requestId: string; seq: number; salt: Buffer; text: EncryptedText };
};
