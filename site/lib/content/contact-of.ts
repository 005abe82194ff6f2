// The channel that an address names, for the files made of it.
import type { APIContext } from 'astro';
import { parseResponse } from 'hono/client';
import type { Contact } from '../../../api/contacts/schema.ts';

/** The channel of `params.id`; undefined: there is none. */
export async function contactOf({ locals, params }: APIContext): Promise<Contact | undefined> {
  const { contacts } = await parseResponse(locals.api.api.contacts.$get());
  return contacts.find(({ id }) => id === params['id']);
}

/** A file to save or show; kept for a short while, for it changes with its source. */
export const fileOf = (
  body: string,
  type: string,
  { name, cache = 'public, max-age=300' }: { name?: string; cache?: string } = {},
): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': cache,
      ...(name && { 'content-disposition': `attachment; filename="${name}"` }),
    },
  });

/** There is no such file: a sentence that says where to look instead. */
export const noFile = (sentence: string): Response =>
  new Response(`${sentence}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
