// Which things of content/ are written down as published; each kind by its public content only.
import { changeNotices } from '../procedures/decisions/notices.ts';
import type { Content } from '../portal/gather.ts';
import { publishedDocument } from '../documents/library.ts';
import { publicProcedure } from '../procedures/schema.ts';
import type { Published } from '../publishing/record-service.ts';
import { sheetHash } from '../sheets/tools/sheet-hash.ts';
import { allSheets } from '../sheets/sheet.ts';

export function publishedOf(content: Content): Published[] {
  return [
    published('contact', content.contacts, ({ id }) => id),
    // One by one: what changes in one notice of a decision is news of that one only.
    published('notice', changeNotices(content), ({ id }) => id),
    published('decision', content.decisions, ({ slug }) => slug),
    published('document', [...content.documents.values()].map(publishedDocument), ({ slug }) => slug),
    published('procedure', [...content.procedures.values()].map(publicProcedure), ({ slug }) => slug),
    // By the short hash that the paper carries; the title stays when the sheet is gone, its content stands in the others.
    {
      kind: 'sheet',
      entries: [...allSheets(content)].map((sheet) => ({
        key: sheet.id,
        content: { title: sheet.title },
        hash: sheetHash(sheet),
      })),
    },
    published('survey', [...content.surveys.values()], ({ id }) => id),
  ];
}

const published = <Thing>(
  kind: string,
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Published => ({
  kind,
  entries: things.map((content) => ({ key: keyOf(content), content })),
});
