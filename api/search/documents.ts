// Published things as documents of the index: their public words, and nothing else of them. Pure.
import type { Procedure } from '../procedures/schema.ts';
import { publicProcedure } from '../procedures/schema.ts';
import { isGiven, type Part } from '../procedures/part.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { SearchDocument } from './document.ts';

/** A procedure's confirmed code only; the reviewer's notes and unconfirmed codes are left out. */
export function procedureDocument(procedure: Procedure): SearchDocument {
  const { slug, code, name, field, ...parts } = publicProcedure(procedure);
  const given = <Value>(part: Part<Value>, texts: (value: Value) => string[]) =>
    isGiven(part) ? texts(part) : [];
  const body = [
    ...given(parts.applicants, (list) => list),
    ...given(parts.results, (list) => list),
    ...given(parts.dossier, (cases) =>
      cases.flatMap((one) => [one.name ?? '', ...one.papers.map((paper) => paper.name)]),
    ),
    ...given(parts.steps, (list) => list),
    ...given(parts.conditions, (text) => [text]),
    ...given(parts.legalBasis, (list) => list.map((basis) => `${basis.number ?? ''} ${basis.title ?? ''}`)),
  ];
  return {
    id: `procedure:${slug}`,
    type: 'procedure',
    code: code ?? slug,
    title: name,
    url: `/thu-tuc/${slug}`,
    field,
    keywords: [],
    body: body.join('\n'),
    state: isSuperseded(procedure) ? 'superseded' : 'current',
  };
}

type Answer = { number: string; summary: string; answer: string };

/** A published answer; its title is the beginning of its masked summary. */
export function answerDocument(
  { number, summary, answer }: Answer,
  procedure: Procedure | undefined,
): SearchDocument {
  return {
    id: `answer:${number}`,
    type: 'answer',
    code: number,
    title: beginning(summary, 140),
    url: `/tra-loi/${number}`,
    field: procedure?.field ?? '',
    keywords: procedure ? [procedure.name] : [],
    body: `${summary}\n${answer}`,
    state: 'current',
  };
}

function beginning(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim().normalize('NFC');
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most)) || line.slice(0, most)} …`;
}
