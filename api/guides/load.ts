// Reads content/guides: the guides that are public.
import { fewAtATime } from '../content/few-at-a-time.ts';
import { filesBelow, readMarkdown } from '../content/read.ts';
import { GuideFront } from './schema.ts';

export type StoredGuide = { slug: string; front: GuideFront };

export async function readGuides(from: string): Promise<StoredGuide[]> {
  const guides = await fewAtATime(await filesBelow(from, 'guides', 'md'), async (name) => {
    const { front } = await readMarkdown(from, `guides/${name}`, GuideFront);
    return { slug: name.slice(0, -3), front };
  });
  return guides.filter(({ front }) => !front.draft);
}
