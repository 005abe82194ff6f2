// Reads content/signals.yaml.
import { readYaml } from '../content/read.ts';
import { SignalsContent } from './schema.ts';

export const readSignals = (from: string): Promise<SignalsContent> =>
  readYaml(from, 'signals.yaml', SignalsContent);
