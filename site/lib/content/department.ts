// Whose portal this is, taken from content/department.yaml when the site is built.
import { parse } from 'yaml';
import { Department } from '../../../api/department/schema.ts';
import source from '../../../content/department.yaml?raw';

export const department = Department.parse(parse(source));
