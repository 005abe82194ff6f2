// What a published answer is called. Pure.
import { contentLabels } from '../labels.ts';
import type { ContentCode } from '../schema.ts';

export const longestTitle = 120;

/** The title in the editor's words; an answer from before there were titles is called by its content of Điều 5. */
export const answerTitle = ({ title, contentCode }: { title: string | null; contentCode: ContentCode }) =>
  title ?? contentLabels[contentCode].label;

/** A title to start from: the first sentence of the summary in one line, cut at a word, without its full stop. */
export function suggestedTitle(summary: string): string {
  const line = summary.normalize('NFC').replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.!?…](?= |$)/u.exec(line)?.[0] ?? line;
  const bare = sentence.replace(/[.…;,: ]+$/u, '');
  if (bare.length <= longestTitle) return bare;
  const cut = bare.lastIndexOf(' ', longestTitle - 1);
  return `${bare.slice(0, cut > 0 ? cut : longestTitle - 1).replace(/[,;: ]+$/u, '')}…`;
}
