// An answer of a route that is JSON, as the description of the API tells it.
import type { z } from 'zod';

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
