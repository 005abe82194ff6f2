// The shape of an endpoint of the log-in: a body that is posted, its answer, and the refusals that all of them share.
import { createRoute, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import type { AppEnv } from '../../http/router.ts';

export function authPost<P extends string, B extends z.ZodType, A extends z.ZodType>(
  path: P,
  summary: string,
  body: B,
  answer: A,
  ...middleware: MiddlewareHandler<AppEnv>[]
) {
  return createRoute({
    method: 'post',
    path,
    summary,
    tags: ['Đăng nhập'],
    middleware,
    request: bodies(body),
    responses: {
      200: json(summary, answer),
      ...refusals(401, 403, 422, 429),
    },
  });
}
