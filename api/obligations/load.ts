// Reads content/obligations.yaml.
import { readYaml } from '../content/read.ts';
import { Obligations } from './schema.ts';

export const readObligations = (): Promise<Obligations> => readYaml('obligations.yaml', Obligations);
