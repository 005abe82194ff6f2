// The router every feature starts from: its variables, and how a body that does not fit is refused.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Viewer } from '../staff/roles.ts';
import { Problem } from '../problems/problem.ts';
import { fieldErrors } from '../forms/validation.ts';

export type AppEnv = {
  Bindings: { clientAddress?: string };
  Variables: { requestId: string; viewer: Viewer; outcome: { unknown: boolean; written: boolean } };
};

export function router(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = fieldErrors(result.error);
      // An address that names nothing that there could be is an address of nothing; it is still told why.
      if (result.target === 'param') throw new Problem('not-found', 'Không có gì ở địa chỉ này.', errors);
      throw new Problem('invalid', undefined, errors);
    },
  });
}
