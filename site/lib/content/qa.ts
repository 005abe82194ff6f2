// The questions and answers that are public, by question.
import { getCollection } from 'astro:content';
import type { QaFile } from '../../../api/qa/schema.ts';
import { checkNames } from './known.ts';
import { inVietnameseOrder } from '../../../api/text/order.ts';

export type Qa = QaFile & { slug: string };

const entries: { id: string; data: QaFile }[] = await getCollection('qa');
for (const { id, data } of entries) checkNames(`content/qa/${id}.yaml`, data);

export const questions: Qa[] = entries
  .filter(({ data }) => !data.draft)
  .map(({ id, data }) => ({ slug: id, ...data }))
  .toSorted((a, b) => inVietnameseOrder(a.question, b.question));

export const questionsOf = (procedure: string) =>
  questions.filter(({ procedures }) => procedures.includes(procedure));
export const questionHref = (slug: string) => `/hoi-dap/${slug}`;
/** Paragraphs of an answer: parted by empty lines in its file. */
export const paragraphsOf = ({ answer }: Pick<Qa, 'answer'>) =>
  answer.split(/\n(?:[^\S\n]*\n)+/).map((text) => text.trim());
