// What the endpoints of the log-in share: better-auth asked as this visitor, who is in made known, the session behind a change.
import type { Context, MiddlewareHandler } from 'hono';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { unhidden } from '../db/hidden.ts';
import type { AppEnv } from '../http/router.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { asProblem } from './auth-refusals.ts';
import type { SessionOpening } from './account-words.ts';
import type { Viewer } from './roles.ts';
import type { SecurityDetail } from './security-events.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { checkFormToken, readSession, type StaffSession } from './session-service.ts';
import { enterSession } from './throttle-service.ts';
import { deviceCookie, readDevice } from './tools/device.ts';
import { deviceKind } from './tools/device-words.ts';

type Visit = Context<AppEnv>;

export const addressOf = (c: Visit): string => c.env?.clientAddress ?? '';

/** Who is at their own account, as the services ask for it. */
export const presentOf = (c: Visit, { id: session, viewer, hasSecondFactor }: StaffSession) => ({
  ...{ session, viewer, hasSecondFactor },
  address: addressOf(c),
});

export function authDoor(portal: Portal) {
  const isHttps = portal.env.PUBLIC_ORIGIN?.startsWith('https://') ?? false;
  const ownerOf = (email: string) => ({ keys: portal.keys, email, isHttps });

  // Only the cookie goes along, and of the device its kind in place of the header itself.
  function headersOf(c: Visit): Headers {
    const headers = new Headers({ 'user-agent': deviceKind(c.req.header('user-agent')) });
    const cookie = c.req.header('cookie');
    if (cookie) headers.set('cookie', cookie);
    return headers;
  }

  function hand(c: Visit, headers: Headers): void {
    for (const set of headers.getSetCookie()) c.header('set-cookie', set, { append: true });
  }

  /** Asks better-auth as this visitor; its new cookies come back. */
  async function ask(c: Visit, path: string, body: object, field: string): Promise<unknown> {
    const headers = headersOf(c);
    headers.set('content-type', 'application/json');
    const url = new URL(`/api/auth${path}`, portal.auth.options.baseURL);
    const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await unhidden(() => portal.auth.handler(request));
    const text = await answer.text();
    const content: unknown = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw asProblem(answer.status, content, field);
    hand(c, answer.headers);
    return content;
  }

  /**
   * Opens a session for whom the portal has recognised by itself. True where the account's own second factor is asked first
   * (`mayWait`): the log-in then waits for it.
   */
  async function enter(
    c: Visit,
    userId: string,
    how: { openedBy: SessionOpening; mayWait: boolean },
  ): Promise<boolean> {
    try {
      const { headers, response } = await unhidden(() =>
        portal.auth.api.enter({ body: { userId, ...how }, headers: headersOf(c), returnHeaders: true }),
      );
      hand(c, headers);
      return response.waits;
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      throw asProblem(error.statusCode, error.body, '');
    }
  }

  /** Whose log-in waits in this browser for its second step. */
  async function waiting(c: Visit): Promise<string | undefined> {
    const found = await unhidden(() => portal.auth.api.waiting({ headers: headersOf(c) }));
    return found.userId ?? undefined;
  }

  const deviceOf = (c: Visit, email: string) =>
    readDevice(ownerOf(email), c.req.header('cookie'), portal.now());

  /** Somebody is in: the device is known from now on. */
  async function welcome(c: Visit, user: { id: string; email: string }, detail: SecurityDetail) {
    const known = deviceOf(c, user.email);
    c.header('set-cookie', deviceCookie(ownerOf(user.email), known, portal.now()), { append: true });
    await recordSecurity(portal, { kind: 'sign-in', actorId: user.id, address: addressOf(c), detail });
  }

  /** A code of the second factor: of a log-in that waits for it, or inside an open session. */
  async function takeCode(c: Visit, factor: 'totp' | 'backup-code', code: string): Promise<unknown> {
    const viewer = c.get('viewer') as Viewer | undefined;
    const entry = viewer && (await enterSession(portal, viewer.id, 'code', addressOf(c)));
    try {
      const answer = await ask(c, `/two-factor/verify-${factor}`, { code }, 'code');
      await entry?.succeed();
      return answer;
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid')
        await noteSecurity(portal, {
          kind: 'code-failed',
          actorId: viewer?.id,
          address: addressOf(c),
          detail: { factor },
        });
      throw error;
    }
  }

  async function present(c: Visit): Promise<StaffSession> {
    const session = await readSession(portal, c.req.raw.headers);
    if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
    return session;
  }

  // What is done to an open session needs its form token, like every other change; the log-in has no session yet.
  const ofSession: MiddlewareHandler<AppEnv> = async (c, next) => {
    const session = await readSession(portal, c.req.raw.headers);
    if (session) {
      checkFormToken(session, c.req.raw.headers);
      c.set('viewer', session.viewer);
    }
    await next();
  };
  const ofOwner: MiddlewareHandler<AppEnv> = async (c, next) => {
    const session = await present(c);
    checkFormToken(session, c.req.raw.headers);
    c.set('viewer', session.viewer);
    await next();
  };

  return { isHttps, ask, enter, waiting, deviceOf, welcome, takeCode, present, ofSession, ofOwner };
}

export const SignedInUser = z.object({ user: z.object({ id: z.string(), email: z.string() }) });
