// The short hash that a sheet carries, over all its content but not over the day of printing.
import { fingerprint } from '../../publishing/tools/fingerprint.ts';
import type { Sheet } from '../block.ts';

/** 12 hexadecimal digits: short enough to be read aloud, long enough for a hundred thousand sheets. */
export const sheetHash = (sheet: Sheet): string => fingerprint(sheet).slice(0, 12);
