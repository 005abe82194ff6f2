// What the suggestions know beside the catalogue: what citizens say who need a procedure, and what other bodies do.
import { getEntry } from 'astro:content';
import { parse } from 'yaml';
import { withoutGrounds } from '../../../api/search/grounds.ts';
import type { PlainWords } from '../../../api/search/quick.ts';
import { ElsewhereFile } from '../../../api/search/rules-schema.ts';
import source from '@content/search/elsewhere.yaml?raw';

export async function GET(): Promise<Response> {
  const rules = await getEntry('search', 'synonyms');
  const elsewhere = withoutGrounds(ElsewhereFile.parse(parse(source)));
  return Response.json({ wishes: rules?.data.wishes ?? [], elsewhere } satisfies PlainWords);
}
