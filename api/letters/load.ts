// Reads content/letters.yaml.
import { readYaml } from '../content/read.ts';
import { LettersContent } from './content-schema.ts';

export const readLetters = (from: string): Promise<LettersContent> =>
  readYaml(from, 'letters.yaml', LettersContent);
