// Reads content/department.yaml.
import { readYaml } from '../content/read.ts';
import { Department } from './schema.ts';

export function readDepartment(from: string): Promise<Department> {
  return readYaml(from, 'department.yaml', Department);
}
