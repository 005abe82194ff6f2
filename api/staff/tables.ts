// The tables of staff accounts as Kysely sees them; better-auth writes the first five.
import type { ColumnType, Generated } from 'kysely';
import type { Role } from './roles.ts';
import type { SecurityDetail, SecurityKind } from './security-events.ts';

type Stamps = { createdAt: Generated<Date>; updatedAt: Generated<Date> };

export type StaffTables = {
  staffUsers: Stamps & {
    id: Generated<string>;
    /** Lower case. */
    email: string;
    emailVerified: Generated<boolean>;
    name: string;
    image: string | null;
    role: Role;
    unit: string;
    active: Generated<boolean>;
    twoFactorEnabled: Generated<boolean>;
    /** The password was given by somebody else and opens nothing but the page where it is changed. */
    mustChangePassword: Generated<boolean>;
  };
  staffSessions: Stamps & {
    id: Generated<string>;
    userId: string;
    token: string;
    expiresAt: Date;
    ipAddress: string | null;
    userAgent: string | null;
  };
  staffAccounts: Stamps & {
    id: Generated<string>;
    userId: string;
    accountId: string;
    providerId: string;
    /** PHC string of argon2id. */
    password: string | null;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: Date | null;
    refreshTokenExpiresAt: Date | null;
    scope: string | null;
  };
  staffVerifications: Stamps & { id: Generated<string>; identifier: string; value: string; expiresAt: Date };
  staffTwoFactors: {
    id: Generated<string>;
    userId: string;
    /** Encrypted, as are the recovery codes. */
    secret: string;
    backupCodes: string;
    verified: Generated<boolean>;
    failedVerificationCount: Generated<number>;
    lockedUntil: Date | null;
    /** Time step (30 s since 1970) of the last code taken. */
    lastStep: ColumnType<string | null, string | null, string | null>;
  };
  /** `key`: a keyed hash of what is counted. */
  staffAttempts: {
    key: Buffer;
    failures: number;
    lastAt: Date;
    freeAt: Date;
    knownUntil: Date | null;
    told: Generated<boolean>;
  };
  /** Only ever added to; `id` and the hashes are made by the database. */
  securityEvents: {
    id: ColumnType<string, never, never>;
    at: Date;
    kind: SecurityKind;
    actorId: string | null;
    subjectId: string | null;
    account: Buffer | null;
    network: Buffer | null;
    detail: ColumnType<SecurityDetail, string, never>;
    previous: ColumnType<Buffer, never, never>;
    hash: ColumnType<Buffer, never, never>;
  };
};
