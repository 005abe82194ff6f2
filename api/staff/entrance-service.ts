// A way in for whoever has shown who they are to the portal itself (by a passkey), or by the office's own sign-on: a part of better-auth that no request
// from outside reaches.
import { randomBytes } from 'node:crypto';
import { createAuthEndpoint, APIError } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { waitingLogIn } from './totp-service.ts';

/** `mayWait`: an account with a second factor of its own is asked for it first. */
const Entering = z.object({
  userId: z.string(),
  openedBy: z.enum(['passkey', 'oidc', 'oidc-strong']),
  mayWait: z.boolean(),
});
const waitSeconds = 600;

export const entrance = () => ({
  id: 'entrance',
  endpoints: {
    /** Opens a session, as the log-in by password does; a log-in that waited for its second step is over with it. */
    enter: createAuthEndpoint.serverOnly({ method: 'POST', body: Entering }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const waiting = await waitingLogIn(ctx);
      if (waiting) {
        await internalAdapter.consumeVerificationValue(waiting.identifier);
        expireCookie(ctx, waiting.cookie);
      }
      const user = await internalAdapter.findUserById(ctx.body.userId);
      if (ctx.body.mayWait && (user as { twoFactorEnabled?: boolean } | null)?.twoFactorEnabled === true) {
        await wait(ctx, ctx.body.userId);
        return ctx.json({ waits: true });
      }
      // None for an account that is closed or not good today: the hook of new sessions says no (auth-service.ts).
      const session =
        user && (await internalAdapter.createSession(user.id, false, { openedBy: ctx.body.openedBy }));
      if (!session)
        throw APIError.from('UNAUTHORIZED', { code: 'FAILED_TO_CREATE_SESSION', message: 'No session' });
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ waits: false });
    }),
    /** Whose log-in waits in this browser for its second step. */
    waiting: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) =>
      ctx.json({ userId: (await waitingLogIn(ctx))?.userId ?? null }),
    ),
  },
});

/** Makes the log-in wait for its second step, as better-auth does after the password (its two-factor plugin). */
async function wait(ctx: Parameters<typeof waitingLogIn>[0], userId: string): Promise<void> {
  const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: waitSeconds });
  const identifier = `2fa-${randomBytes(15).toString('hex')}`;
  const expiresAt = new Date(Date.now() + waitSeconds * 1_000);
  const { internalAdapter } = ctx.context;
  await internalAdapter.createVerificationValue({ value: userId, identifier, expiresAt });
  const attempts = { value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt };
  await internalAdapter.createVerificationValue(attempts);
  await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
}
