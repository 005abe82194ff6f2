// Reads content/figures.yaml.
import { readYaml } from '../content/read.ts';
import { FiguresContent } from './content-schema.ts';

export const readFigures = (from: string): Promise<FiguresContent> =>
  readYaml(from, 'figures.yaml', FiguresContent);
