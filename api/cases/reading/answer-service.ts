// Reading the published answers, page by page, and who else met the same.
import { currentCalendar } from '../../calendar/current-service.ts';
import { workingDaysBetween } from '../../calendar/working-days.ts';
import { byNumber } from '../../documents/library.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { inVietnameseOrder } from '../../text/order.ts';
import { countEcho, findAnswer, listAnswerChoices, listAnswers, listChanges } from './answer-repository.ts';
import { answerTitle } from './answer-title.ts';

const pageSize = 20;

export const procedureLink = ({ content }: Pick<Portal, 'content'>, slug: string | null) => {
  const procedure = slug === null ? undefined : content.procedures.get(slug);
  return procedure ? { slug: procedure.slug, name: procedure.name } : null;
};

type Counted = { clockStartedOn: string; answeredOn: string; pausedDays: number };

/**
 * Working days from the start of the clock to the answer, without those on which it stood still for the sender; null
 * where the case was taken up again since, under another clock.
 */
function daysTaken(portal: Portal, { clockStartedOn, answeredOn, pausedDays }: Counted): number | null {
  if (clockStartedOn > answeredOn) return null;
  return Math.max(0, workingDaysBetween(currentCalendar(portal), clockStartedOn, answeredOn) - pausedDays);
}

type Row = Awaited<ReturnType<typeof listAnswers>>[number];

/** A row as everybody may read it: the clock of the case stays inside. */
const shown = (
  portal: Portal,
  { procedureSlug, publishedAt, title, clockStartedOn, pausedDays, ...row }: Row,
) => ({
  ...row,
  title: answerTitle({ title, contentCode: row.contentCode }),
  procedure: procedureLink(portal, procedureSlug),
  publishedAt: publishedAt.toISOString(),
  workingDays: daysTaken(portal, { clockStartedOn, answeredOn: row.answeredOn, pausedDays }),
});

export type AnswerFilter = {
  procedure?: string | undefined;
  field?: string | undefined;
  month?: string | undefined;
  cursor?: string | undefined;
};

/** A page of answers, newest first; `cursor` is the `next` of the page before. */
export async function answerPage(portal: Portal, { procedure, field, month, cursor }: AnswerFilter) {
  const rows = await listAnswers(portal.db, {
    procedures: slugsOf(portal, procedure, field),
    month,
    before: readCursor(cursor),
    limit: pageSize + 1,
  });
  const answers = rows.slice(0, pageSize).map((row) => shown(portal, row));
  const last = answers.at(-1);
  return { answers, next: rows.length > pageSize && last ? `${last.publishedAt}~${last.number}` : null };
}

function slugsOf({ content }: Portal, procedure?: string, field?: string): string[] | undefined {
  if (field === undefined) return procedure === undefined ? undefined : [procedure];
  const within = [...content.procedures.values()]
    .filter((one) => one.field === field)
    .map(({ slug }) => slug);
  return procedure === undefined ? within : within.filter((slug) => slug === procedure);
}

/** What the published answers may be filtered by: only what there is an answer for. */
export async function answerChoices(portal: Portal) {
  const rows = await listAnswerChoices(portal.db);
  const slugs = [...new Set(rows.map(({ procedureSlug }) => procedureSlug))];
  const procedures = slugs
    .map((slug) => (slug === null ? undefined : portal.content.procedures.get(slug)))
    .filter((procedure) => procedure !== undefined);
  return {
    months: [...new Set(rows.map(({ month }) => month))],
    fields: [...new Set(procedures.map(({ field }) => field))].toSorted(inVietnameseOrder),
    procedures: procedures
      .map(({ slug, name }) => ({ slug, name }))
      .toSorted((one, other) => inVietnameseOrder(one.name, other.name)),
  };
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [at = '', number = ''] = cursor.split('~');
  if (Number.isNaN(Date.parse(at)) || !number)
    throw new Problem('not-found', 'Trang này không có. Hãy mở lại danh sách từ đầu.');
  return { at: new Date(at), number };
}

const noAnswer = () => new Problem('not-found', 'Không có câu trả lời công khai nào mang mã này.');

/** Whether the score of a case may be told to everybody: the figures know (api/figures/score-service.ts). */
export type TellsScore = (caseId: string) => Promise<boolean>;
const tellsNone: TellsScore = () => Promise.resolve(false);

export async function publishedAnswer(portal: Portal, number: string, tellsScore: TellsScore = tellsNone) {
  const row = await findAnswer(portal.db, number);
  if (!row) throw noAnswer();
  const { caseId, rating, unit, changed, changedDocument, changedAt, ...answer } = row;
  return {
    ...shown(portal, answer),
    answer: answer.answer,
    outcome: answer.outcome,
    rating: rating !== null && (await tellsScore(caseId)) ? rating : null,
    change: changeOf(portal, { changed, changedDocument, changedAt }),
    // One that has left the list (Thanh tra Sở) is not named to the public by its code.
    unit: portal.content.units.find(({ code }) => code === unit)?.name ?? null,
  };
}

type Change = { changed: string | null; changedDocument: string | null; changedAt: Date | null };

function changeOf({ content }: Portal, { changed, changedDocument, changedAt }: Change) {
  if (changed === null || changedAt === null) return null;
  const found =
    changedDocument === null ? undefined : byNumber([...content.documents.values()])(changedDocument);
  return {
    text: changed,
    at: changedAt.toISOString(),
    document: changedDocument === null ? null : { number: changedDocument, slug: found?.slug ?? null },
  };
}

/** What changed because of cases, told last first; `cursor` is the `next` of the page before. */
export async function changePage(portal: Portal, cursor?: string) {
  const rows = await listChanges(portal.db, { before: readCursor(cursor), limit: pageSize + 1 });
  const changes = rows.slice(0, pageSize).flatMap((row) => {
    const change = changeOf(portal, row);
    const { number, receivedOn, procedureSlug } = row;
    return change
      ? [
          {
            number,
            title: answerTitle(row),
            receivedOn,
            procedure: procedureLink(portal, procedureSlug),
            change,
          },
        ]
      : [];
  });
  const last = changes.at(-1);
  return { changes, next: rows.length > pageSize && last ? `${last.change.at}~${last.number}` : null };
}

/** Counts one more who met the same, with nothing of who it is. */
export async function echoAnswer(portal: Portal, number: string): Promise<{ echoes: number }> {
  const echoes = await countEcho(portal.db, number);
  if (echoes === undefined) throw noAnswer();
  return { echoes };
}
