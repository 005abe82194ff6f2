// Reads content/letters.yaml.
import { readYaml } from '../content/read.ts';
import { LettersContent } from './content-schema.ts';

export const readLetters = (): Promise<LettersContent> => readYaml('letters.yaml', LettersContent);
