// The small catalogue behind the suggestions of the search field: names, slugs, fields, and the rules of search.
import { getEntry } from 'astro:content';
import { catalogueOf } from '../../../api/search/quick.ts';
import { procedures } from '../../lib/content/procedures.ts';

export async function GET(): Promise<Response> {
  const rules = await getEntry('search', 'synonyms');
  if (!rules) throw new Error('content/search/synonyms.yaml is missing');
  return Response.json(catalogueOf(procedures, rules.data));
}
