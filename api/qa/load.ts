// Reads content/qa: the questions that are public.
import { inTurns } from '../content/in-turns.ts';
import { filesBelow, readYaml } from '../content/read.ts';
import { QaFile } from './schema.ts';

export type StoredQuestion = QaFile & { slug: string };

export async function readQuestions(): Promise<StoredQuestion[]> {
  const questions = await inTurns(await filesBelow('qa', 'yaml'), async (name) => ({
    slug: name.slice(0, -5),
    ...(await readYaml(`qa/${name}`, QaFile)),
  }));
  return questions.filter(({ draft }) => !draft);
}
