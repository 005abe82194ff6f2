// The library as an Atom feed: the documents whose day of issue is known, newest first.
import type { APIRoute } from 'astro';
import { noTitle } from '../../../api/documents/labels.ts';
import { atomAnswer } from '../../lib/atom.ts';
import { documentHref, documents } from '../../lib/documents.ts';

export const prerender = false;

export const GET: APIRoute = ({ locals }) =>
  atomAnswer(
    locals.origin,
    { path: '/van-ban', self: '/van-ban/atom.xml', title: 'Thư viện văn bản' },
    documents
      .flatMap(({ slug, name, title, issuer, issuedOn }) =>
        issuedOn === null
          ? []
          : [
              {
                href: documentHref(slug),
                title: name,
                summary: title ?? noTitle,
                on: issuedOn,
                author: issuer,
              },
            ],
      )
      .slice(0, 50),
  );
