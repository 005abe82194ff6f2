// Reads content/units.yaml, in its order.
import { readYaml } from '../content/read.ts';
import { type Unit, Units } from './schema.ts';

export function readUnits(from: string): Promise<Unit[]> {
  return readYaml(from, 'units.yaml', Units);
}
