// Reads content/notices.yaml.
import { readYaml } from '../content/read.ts';
import { Notices } from './schema.ts';

export const readNotices = (): Promise<Notices> => readYaml('notices.yaml', Notices);
