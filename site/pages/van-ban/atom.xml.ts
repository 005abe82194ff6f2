// The library as an Atom feed: what was added or has changed last, first; the day of issue orders what came together.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { effectLabels } from '../../../api/documents/labels.ts';
import { atomAnswer } from '../../lib/feed/atom.ts';
import { issuedWords } from '../../lib/content/document-words.ts';
import { documentHref, documents } from '../../lib/content/documents.ts';

export const prerender = false;

const newest = 100;

export const GET: APIRoute = async ({ locals }) => {
  const { documents: told } = await parseResponse(locals.api.api.publications.documents.$get());
  const times = new Map(told.map((one) => [one.slug, one]));
  return atomAnswer(
    locals,
    { path: '/van-ban', self: '/van-ban/atom.xml', title: 'Thư viện văn bản' },
    documents
      .flatMap((document) => {
        const { slug, name, title, issuer, effect } = document;
        const time = times.get(slug);
        return time === undefined
          ? []
          : [
              {
                href: documentHref(slug),
                title: name,
                summary: [
                  title,
                  [issuer, issuedWords(document)].filter(Boolean).join(', '),
                  effect.state === 'unknown' ? null : effectLabels[effect.state],
                ]
                  .filter(Boolean)
                  .map((words) => `${words}.`)
                  .join(' '),
                updatedAt: time.changedAt,
                publishedAt: time.publishedAt,
                author: issuer,
              },
            ];
      })
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
      .slice(0, newest),
  );
};
