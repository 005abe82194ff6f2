// Published things as documents of the index: their public words, and nothing else of them. Pure.
import type { Procedure } from '../procedures/schema.ts';
import { isThin } from '../procedures/answers.ts';
import { publicProcedure } from '../procedures/schema.ts';
import { isGiven, type Part } from '../procedures/part.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { LibraryDocument } from '../documents/schema.ts';
import type { GuideFront } from '../guides/schema.ts';
import type { NewsFront } from '../news/schema.ts';
import type { QaFile } from '../qa/schema.ts';
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
    ...(isThin(procedure) && { isThin: true }),
  };
}

type Answer = { number: string; title: string | null; summary: string; answer: string };

/** A published answer; one without a title is called by the beginning of its masked summary. */
export function answerDocument(
  { number, title, summary, answer }: Answer,
  procedure: Procedure | undefined,
): SearchDocument {
  return {
    id: `answer:${number}`,
    type: 'answer',
    code: number,
    title: title ?? beginning(summary, 140),
    url: `/tra-loi/${number}`,
    field: procedure?.field ?? '',
    keywords: [...(title === null ? [] : [beginning(summary, 140)]), ...(procedure ? [procedure.name] : [])],
    body: `${summary}\n${answer}`,
    state: 'current',
  };
}

function beginning(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim().normalize('NFC');
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', most)) || line.slice(0, most)} …`;
}

export function documentDocument(document: LibraryDocument): SearchDocument {
  const { slug, name, number, alsoNumbered, kind, issuer, title, effect } = document;
  return {
    id: `document:${slug}`,
    type: 'document',
    code: number ?? slug,
    title: [name, title].filter((part) => part !== null && part !== '').join(': '),
    url: `/van-ban/${slug}`,
    // Kinds of documents are no fields of work.
    field: '',
    keywords: alsoNumbered,
    body: `${kind} ${issuer}`,
    state: effect.state === 'ended' || effect.state === 'replaced' ? 'superseded' : 'current',
  };
}

export function postDocument({
  slug,
  front,
  text,
}: {
  slug: string;
  front: NewsFront;
  text: string;
}): SearchDocument {
  return published('news', slug, front.title, `/tin-tuc/${slug}`, `${front.summary}\n${text}`);
}

export function guideDocument({ slug, front }: { slug: string; front: GuideFront }): SearchDocument {
  const steps = front.steps.map((step) => `${step.title} ${step.text}`);
  return published('guide', slug, front.title, `/huong-dan/${slug}`, [front.summary, ...steps].join('\n'));
}

export function questionDocument({ slug, question, answer }: QaFile & { slug: string }): SearchDocument {
  return published('qa', slug, question, `/hoi-dap/${slug}`, answer);
}

function published(
  type: SearchDocument['type'],
  slug: string,
  title: string,
  url: string,
  body: string,
): SearchDocument {
  return {
    id: `${type}:${slug}`,
    type,
    code: slug,
    title,
    url,
    field: '',
    keywords: [],
    body,
    state: 'current',
  };
}
