// Reads content/units.yaml, in its order.
import { readYaml } from '../content/read.ts';
import { type Unit, Units } from './schema.ts';

export function readUnits(): Promise<Unit[]> {
  return readYaml('units.yaml', Units);
}
