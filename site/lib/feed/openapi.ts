// The part of the API's own description (OpenAPI 3.1) that the reference page shows, parsed at the edge.
import { z } from 'zod';

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: Schema.optional(),
    oneOf: z.array(Schema).optional(),
    anyOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
);
export type Schema = {
  [key: string]: unknown;
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  description?: string | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  oneOf?: Schema[] | undefined;
  anyOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
};

const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() }));
const Operation = z.looseObject({
  tags: z.array(z.string()).default([]),
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        schema: Schema.optional(),
      }),
    )
    .default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string().default(''), content: Content.optional() }),
  ),
});
export type Operation = z.infer<typeof Operation>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export const Document = z.looseObject({
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string().default('') }),
  paths: z.record(
    z.string(),
    z.partialRecord(z.enum([...methods, 'head', 'options', 'parameters']), z.unknown()),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), Schema).default({}) }).default({ schemas: {} }),
});
export type Document = z.infer<typeof Document>;

export type Endpoint = Operation & { id: string; method: string; path: string };
export type Groups = [tag: string, endpoints: Endpoint[]][];

/** Every operation in the document's order, under its first tag: the public ones, or those for staff and log-in. */
export function endpointsByTag({ paths }: Document, audience: 'public' | 'staff'): Groups {
  const isStaff = (path: string) => /^\/api\/(staff|auth)\b/.test(path);
  const endpoints = Object.entries(paths)
    .filter(([path]) => isStaff(path) === (audience === 'staff'))
    .flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => ({
          ...Operation.parse(item[method]),
          id: idOf(method, path),
          method: method.toUpperCase(),
          path,
        })),
    );
  return [...Map.groupBy(endpoints, ({ tags }) => tags[0] ?? 'Khác')];
}

const idOf = (method: string, path: string) =>
  `${method}${path.replace(/[^a-zA-Z0-9]+/g, '-')}`.replace(/-$/, '');

/** The description that the API gives of itself. */
export async function readDocument(locals: App.Locals): Promise<Document> {
  // The typed client leaves out the description, which is no route of its own.
  type Description = { api: { 'openapi.json': { $get(): Promise<Response> } } };
  const { api } = locals.api as unknown as Description;
  const response = await api['openapi.json'].$get();
  return Document.parse(await response.json());
}
