// The tables of staff accounts as Kysely sees them; better-auth writes the first five.
import type { ColumnType, Generated } from 'kysely';
import type { AskKind, LinkKind, SessionOpening } from './account-words.ts';
import type { ChallengeKind } from './challenge.ts';
import type { ListViewKind } from './list-view.ts';
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
    /** The first and the last day, YYYY-MM-DD in Việt Nam, on which the account is good; null: no bound. */
    validFrom: ColumnType<string | null, string | null | undefined, string | null>;
    validUntil: ColumnType<string | null, string | null | undefined, string | null>;
  };
  staffSessions: Stamps & {
    id: Generated<string>;
    userId: string;
    token: string;
    expiresAt: Date;
    ipAddress: string | null;
    /** What kind of program on what kind of machine, as a code (tools/device-words.ts): no more of it is kept. */
    userAgent: string | null;
    /** The mandate in which the session works; null: in the account's own role. */
    acting: string | null;
    /** null: by the password and what the account asks besides. */
    openedBy: SessionOpening | null;
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
  /** The link by which the owner of an account sets a password; a newer one takes its place. */
  staffLinks: {
    userId: string;
    id: string;
    kind: LinkKind;
    madeBy: string | null;
    madeAt: Date;
    until: Date;
    usedAt: Date | null;
  };
  /** What an officer asks for somebody's account and a second one must say yes to. */
  staffAsks: {
    id: Generated<string>;
    subjectId: string;
    kind: AskKind;
    reason: string;
    askedBy: string;
    askedAt: Date;
    until: Date;
    decidedBy: string | null;
    decidedAt: Date | null;
    outcome: 'confirmed' | 'declined' | null;
  };
  /** A further role, or the right to act in somebody's place for some days. */
  staffMandates: {
    id: Generated<string>;
    userId: string;
    principalId: string | null;
    role: Role | null;
    unit: string | null;
    fromOn: string;
    untilOn: string | null;
    reason: string;
    madeBy: string;
    madeAt: Date;
    endedAt: Date | null;
    endedBy: string | null;
  };
  /** One row for each officer, list, filter and hour. */
  listViews: {
    id: ColumnType<string, never, never>;
    viewerId: string;
    hour: Date;
    kind: ListViewKind;
    filter: string;
    viewerRole: Role;
    times: Generated<number>;
    mostRows: number | null;
    firstAt: Date;
    lastAt: Date;
  };
  /** Of a passkey the public half alone. */
  staffPasskeys: {
    id: Generated<string>;
    userId: string;
    credentialId: Buffer;
    /** COSE_Key. */
    publicKey: Buffer;
    signCount: ColumnType<string, number, number>;
    /** How the browser may reach it, parted by spaces: `internal hybrid`. */
    transports: string;
    /** Kept by a program that takes it to its owner's other devices. */
    synced: boolean;
    name: string;
    createdAt: Date;
    lastUsedAt: Date | null;
  };
  /** Who an officer is at the office's own sign-on: a keyed hash of issuer and subject. */
  staffIdentities: { subject: Buffer; userId: string; linkedAt: Date; lastUsedAt: Date | null };
  /** One-use questions; `key`, `bound`: keyed hashes of what must come back and of who must bring it. */
  staffChallenges: {
    key: Buffer;
    kind: ChallengeKind;
    bound: Buffer;
    userId: string | null;
    sealed: string;
    until: Date;
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
