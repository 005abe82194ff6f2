// Reads content/posting.yaml.
import { readYaml } from '../content/read.ts';
import { Posting } from './schema.ts';

export const readPosting = (): Promise<Posting> => readYaml('posting.yaml', Posting);
