// Published answers like a letter that is about to be sent: the same procedure, or without one the same content.
import { contentLabels } from '../cases/labels.ts';
import type { Portal } from '../portal/portal.ts';
import { newestAnswersLike } from './repository.ts';
import type { AskSimilar, SimilarAnswers } from './schema.ts';
import { findSimilar } from './score.ts';

export async function similarAnswers({ db }: Portal, asked: AskSimilar): Promise<SimilarAnswers> {
  const rows = await newestAnswersLike(db, asked);
  // Of several that say the same the newest is enough.
  const said = new Set<string>();
  const candidates = rows
    .filter(({ summary }) => !said.has(summary) && said.add(summary))
    .map((row) => ({ ...row, text: row.summary }));
  const same = asked.procedure
    ? 'cùng thủ tục'
    : `cùng loại nội dung: ${contentLabels[asked.contentCode].label}`;
  const found = findSimilar(candidates, asked.body);
  return {
    answers: found.map(({ candidate: { number, summary }, shared }) => ({
      number,
      summary,
      why: [same, `trùng các từ: ${shared.join(', ')}`],
    })),
  };
}
