// Reads content/posting.yaml.
import { readYaml } from '../content/read.ts';
import { Posting } from './schema.ts';

export const readPosting = (from: string): Promise<Posting> => readYaml(from, 'posting.yaml', Posting);
