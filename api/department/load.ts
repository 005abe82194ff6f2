// Reads content/department.yaml.
import { readYaml } from '../content/read.ts';
import { Department } from './schema.ts';

export function readDepartment(): Promise<Department> {
  return readYaml('department.yaml', Department);
}
