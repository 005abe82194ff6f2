// The tables of staff accounts as Kysely sees them; better-auth writes all but the throttle.
import type { Generated } from 'kysely';
import type { Role } from './roles.ts';

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
  };
  staffSignInThrottle: { account: Buffer; attempts: number; startedAt: Date };
};
