// Reads content/obligations.yaml.
import { readYaml } from '../content/read.ts';
import { Obligations } from './schema.ts';

export const readObligations = (from: string): Promise<Obligations> =>
  readYaml(from, 'obligations.yaml', Obligations);
