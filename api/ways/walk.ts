// Walking through the questions that lead to a way: where a row of answers ends, and what is wrong with a set of questions. Pure.
import type { Answer, Question } from './schema.ts';

/** Nobody is asked more than this. */
export const mostQuestions = 6;

export type Said = { question: Question; answer: Answer };
export type Walk =
  | { at: 'question'; said: Said[]; question: Question; mostLeft: number }
  | { at: 'way'; said: Said[]; way: string };

/**
 * Where the ids of answers lead, beginning at the first question. `mostLeft` counts the questions still to come at
 * most, the one at hand included. Undefined where the questions have no such row of answers.
 */
export function walk(questions: readonly Question[], answers: readonly string[]): Walk | undefined {
  let question = questions[0];
  const said: Said[] = [];
  for (const [index, id] of answers.entries()) {
    const answer = question?.answers.find((offered) => offered.id === id);
    if (!question || !answer) return undefined;
    said.push({ question, answer });
    if (answer.way !== undefined)
      return index === answers.length - 1 ? { at: 'way', said, way: answer.way } : undefined;
    question = questions.find((candidate) => candidate.id === answer.question);
  }
  if (!question) return undefined;
  return { at: 'question', said, question, mostLeft: mostLeft(questions, question) };
}

function mostLeft(questions: readonly Question[], from: Question, depth = 0): number {
  if (depth > mostQuestions) return depth;
  const next = from.answers.flatMap(({ question }) => questions.filter(({ id }) => id === question));
  return 1 + Math.max(0, ...next.map((question) => mostLeft(questions, question, depth + 1)));
}

/** Every row of answers that can be given, the empty one first; rows stop one question past the bound. */
export function everyRow(questions: readonly Question[]): string[][] {
  const rows: string[][] = [[]];
  for (const row of rows) {
    const here = walk(questions, row);
    if (here?.at === 'question' && row.length <= mostQuestions)
      rows.push(...here.question.answers.map(({ id }) => [...row, id]));
  }
  return rows;
}

/** What keeps the questions from sorting: Vietnamese sentences, none when every row ends in a way and every way is reached. */
export function faultsOf(questions: readonly Question[], ways: readonly string[]): string[] {
  const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  const doubled = [
    questions.map(({ id }) => id),
    ways,
    ...questions.map((q) => q.answers.map(({ id }) => id)),
  ];
  const repeated = doubled.flatMap(twice).map((id) => `Mã “${id}” dùng hai lần.`);
  if (repeated.length > 0) return repeated;
  const rows = everyRow(questions);
  const walks = rows.map((row) => walk(questions, row));
  const reached = new Set(walks.map((here) => (here?.at === 'way' ? here.way : here?.question.id)));
  return [
    ...rows
      .filter((_, index) => !walks[index])
      .map((row) => `Câu trả lời “${row.join(' › ')}” dẫn tới câu hỏi không có.`),
    ...rows
      .filter((row) => row.length > mostQuestions)
      .slice(0, 1)
      .map((row) => `Quá ${mostQuestions} câu hỏi, hoặc câu hỏi đi vòng: “${row.join(' › ')}”.`),
    ...questions
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => `Không câu trả lời nào dẫn tới câu hỏi “${id}”.`),
    ...ways.filter((id) => !reached.has(id)).map((id) => `Không câu trả lời nào dẫn tới đường “${id}”.`),
    ...walks.flatMap((here) =>
      here?.at === 'way' && !ways.includes(here.way)
        ? [`Câu trả lời dẫn tới đường không có: “${here.way}”.`]
        : [],
    ),
  ];
}
