// The units of the department, taken from content/units.yaml when the site is built.
import { parse } from 'yaml';
import { z } from 'zod';
import { Unit } from '../../../api/units/schema.ts';
import source from '@content/units.yaml?raw';

export const units = z.array(Unit).parse(parse(source));
