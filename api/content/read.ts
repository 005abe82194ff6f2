// Reads one YAML file of content/ through its schema; an error names the file and the place in it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

export const contentDir = path.resolve(import.meta.dirname, '../../content');

/** Parses `content/{file}`; throws an Error in Vietnamese that names the file and each wrong place. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const text = await fs.readFile(path.join(contentDir, file), 'utf8');
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `- ${issue.path.join('.') || '(gốc)'}: ${issue.message}`);
  throw new Error(`content/${file} chưa đúng:\n${places.join('\n')}`);
}
