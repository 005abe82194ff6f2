// A required JSON body of a route.
import type { z } from 'zod';

export const bodies = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
