// Open cases that could be about the same matter as one.
import { sql } from 'kysely';
import { decrypted } from '../db/encrypted.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { isWithheld, ownSummary } from '../cases/reading/register-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';

/** The case itself, if the viewer may see it. */
export async function findCompared(db: Db, viewer: Viewer, number: string) {
  return await db
    .selectFrom('cases')
    .innerJoin('caseContents', 'caseContents.caseId', 'cases.id')
    .select(['cases.id', 'cases.procedureSlug', 'cases.contentCode'])
    .select(decrypted<string>('case_contents.body').as('body'))
    .where('cases.number', '=', number)
    .where(visibleTo(viewer))
    .executeTakeFirst();
}

/** The newest open cases without an answer that the viewer may see, of the same procedure or, without one, of the same content. */
export async function listComparable(
  db: Db,
  viewer: Viewer,
  { id, procedureSlug, contentCode }: { id: string; procedureSlug: string | null; contentCode: string },
  most: number,
) {
  return await db
    .selectFrom('cases')
    .innerJoin('caseContents', 'caseContents.caseId', 'cases.id')
    .select([
      'cases.number',
      'cases.status',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.unit',
      decrypted<string>('case_contents.body').as('text'),
      ownSummary.as('summary'),
    ])
    .where('cases.closedAt', 'is', null)
    .where('cases.answeredAt', 'is', null)
    .where(sql<boolean>`not ${isWithheld}`)
    .where('cases.id', '<>', id)
    .where(
      procedureSlug
        ? sql<boolean>`cases.procedure_slug = ${procedureSlug}`
        : sql<boolean>`cases.content_code = ${contentCode}`,
    )
    .where(visibleTo(viewer))
    .orderBy('cases.id', 'desc')
    .limit(most)
    .execute();
}
