// Reading the published answers, page by page.
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { findAnswer, listAnswers } from './answer-repository.ts';

const pageSize = 20;

export const procedureLink = ({ content }: Pick<Portal, 'content'>, slug: string | null) => {
  const procedure = slug === null ? undefined : content.procedures.get(slug);
  return procedure ? { slug: procedure.slug, name: procedure.name } : null;
};

/** A page of answers, newest first; `cursor` is the `next` of the page before. */
export async function answerPage(portal: Portal, procedure?: string, cursor?: string) {
  const rows = await listAnswers(portal.db, { procedure, before: readCursor(cursor), limit: pageSize + 1 });
  const answers = rows.slice(0, pageSize).map(({ procedureSlug, publishedAt, ...row }) => ({
    ...row,
    procedure: procedureLink(portal, procedureSlug),
    publishedAt: publishedAt.toISOString(),
  }));
  const last = answers.at(-1);
  return { answers, next: rows.length > pageSize && last ? `${last.publishedAt}~${last.number}` : null };
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [at = '', number = ''] = cursor.split('~');
  if (Number.isNaN(Date.parse(at)) || !number)
    throw new Problem('not-found', 'Trang này không có. Hãy mở lại danh sách từ đầu.');
  return { at: new Date(at), number };
}

export async function publishedAnswer(portal: Portal, number: string) {
  const row = await findAnswer(portal.db, number);
  if (!row) throw new Problem('not-found', 'Không có câu trả lời công khai nào mang mã này.');
  const { procedureSlug, publishedAt, unit, ...answer } = row;
  return {
    ...answer,
    // One that has left the list (Thanh tra Sở) is not named to the public by its code.
    unit: portal.content.units.find(({ code }) => code === unit)?.name ?? null,
    procedure: procedureLink(portal, procedureSlug),
    publishedAt: publishedAt.toISOString(),
  };
}
