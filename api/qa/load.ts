// Reads content/qa: the questions that are public.
import { fewAtATime } from '../content/few-at-a-time.ts';
import { filesBelow, readYaml } from '../content/read.ts';
import { QaFile } from './schema.ts';

export type StoredQuestion = QaFile & { slug: string };

export async function readQuestions(from: string): Promise<StoredQuestion[]> {
  const questions = await fewAtATime(await filesBelow(from, 'qa', 'yaml'), async (name) => ({
    slug: name.slice(0, -5),
    ...(await readYaml(from, `qa/${name}`, QaFile)),
  }));
  return questions.filter(({ draft }) => !draft);
}
