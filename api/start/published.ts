// Which things of content/ are written down as published; each kind by its public content only.
import type { Content } from '../content/load.ts';
import { publishedDocument } from '../documents/library.ts';
import { publicProcedure } from '../procedures/schema.ts';
import type { Published } from '../publishing/record-service.ts';
import { sheetHash } from '../sheets/sheet-hash.ts';
import { allSheets } from '../sheets/sheet.ts';

export function publishedOf(content: Content): Published[] {
  const { contacts, decisions, documents, procedures } = content;
  return [
    { kind: 'contact', entries: contacts.map((contact) => ({ key: contact.id, content: contact })) },
    { kind: 'decision', entries: decisions.map((decision) => ({ key: decision.slug, content: decision })) },
    {
      kind: 'document',
      entries: [...documents.values()].map((document) => ({
        key: document.slug,
        content: publishedDocument(document),
      })),
    },
    {
      kind: 'procedure',
      entries: [...procedures.values()].map((procedure) => ({
        key: procedure.slug,
        content: publicProcedure(procedure),
      })),
    },
    // By the short hash that the paper carries; the title stays when the sheet is gone, its content stands in the others.
    {
      kind: 'sheet',
      entries: [...allSheets(content)].map((sheet) => ({
        key: sheet.id,
        content: { title: sheet.title },
        hash: sheetHash(sheet),
      })),
    },
  ];
}
