// Which things of content/ are written down as published; each kind by its public content only.
import type { Content } from '../content/load.ts';
import { publicProcedure } from '../procedures/schema.ts';
import type { Published } from '../publishing/record-service.ts';

export function publishedOf({ contacts, decisions, procedures, surveys }: Content): Published[] {
  return [
    { kind: 'contact', entries: contacts.map((contact) => ({ key: contact.id, content: contact })) },
    { kind: 'decision', entries: decisions.map((decision) => ({ key: decision.slug, content: decision })) },
    {
      kind: 'procedure',
      entries: [...procedures.values()].map((procedure) => ({
        key: procedure.slug,
        content: publicProcedure(procedure),
      })),
    },
    {
      kind: 'survey',
      entries: [...surveys.values()].map((survey) => ({ key: survey.id, content: survey })),
    },
  ];
}
