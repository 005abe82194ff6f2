// A way in for whoever has shown who they are to the portal itself (by a passkey): a part of better-auth that no request
// from outside reaches.
import { createAuthEndpoint, APIError } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { waitingLogIn } from './totp-service.ts';

const Entering = z.object({ userId: z.string() });

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
      // None for an account that is closed or not good today: the hook of new sessions says no (auth-service.ts).
      const session = user && (await internalAdapter.createSession(user.id, false));
      if (!session)
        throw APIError.from('UNAUTHORIZED', { code: 'FAILED_TO_CREATE_SESSION', message: 'No session' });
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ user: { id: user.id, email: user.email } });
    }),
    /** Whose log-in waits in this browser for its second step. */
    waiting: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) =>
      ctx.json({ userId: (await waitingLogIn(ctx))?.userId ?? null }),
    ),
  },
});
