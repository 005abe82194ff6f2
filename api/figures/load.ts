// Reads content/figures.yaml.
import { readYaml } from '../content/read.ts';
import { FiguresContent } from './content-schema.ts';

export const readFigures = (): Promise<FiguresContent> => readYaml('figures.yaml', FiguresContent);
