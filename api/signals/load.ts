// Reads content/signals.yaml.
import { readYaml } from '../content/read.ts';
import { SignalsContent } from './schema.ts';

export const readSignals = (): Promise<SignalsContent> => readYaml('signals.yaml', SignalsContent);
