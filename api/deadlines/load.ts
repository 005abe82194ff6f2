// Reads content/deadlines.yaml: the numbers a fresh database starts with.
import { z } from 'zod';
import { readYaml } from '../content/read.ts';
import { Deadline } from './schema.ts';

export const readDeadlines = (from: string): Promise<Deadline[]> =>
  readYaml(from, 'deadlines.yaml', z.array(Deadline));
