// Whose portal this is, taken from content/department.yaml when the site is built.
import { parse } from 'yaml';
import { Department } from '../../../api/department/schema.ts';
import type { Language } from '../../../api/languages/language.ts';
import source from '@content/department.yaml?raw';

export const department = Department.parse(parse(source));

/** The names of the department in a language; without an English one, the Vietnamese. */
export const named = (language: Language): Pick<Department, 'name' | 'shortName' | 'parent'> =>
  (language === 'en' ? department.english : null) ?? department;
