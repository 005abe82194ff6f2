// Reads the files of a folder of content through their schemas; an error names the file and the place in it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** The folder that comes along; CONTENT_DIR names another one. */
export const contentDir = path.resolve(import.meta.dirname, '../../content');

/** The files below `{from}/{folder}` with an extension, as paths from that folder, in order; none where it is missing. */
export async function filesBelow(from: string, folder: string, extension: string): Promise<string[]> {
  const names = await fs
    .readdir(path.join(from, folder), { recursive: true })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  return names.filter((name) => name.endsWith(`.${extension}`)).toSorted();
}

/** Parses `{from}/{file}`; throws an Error in Vietnamese that names the file and each wrong place. */
export async function readYaml<T>(from: string, file: string, schema: z.ZodType<T>): Promise<T> {
  return checked(file, schema, parse(await fs.readFile(path.join(from, file), 'utf8')));
}

/** The same for Markdown: what stands between the lines of three hyphens is parsed, the rest is text. */
export async function readMarkdown<T>(from: string, file: string, schema: z.ZodType<T>): Promise<{ front: T; text: string }> {
  const whole = await fs.readFile(path.join(from, file), 'utf8');
  const [, front = '', text = ''] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(whole) ?? [];
  return { front: checked(file, schema, parse(front)), text };
}

function checked<T>(file: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `- ${issue.path.join('.') || '(gốc)'}: ${issue.message}`);
  throw new Error(`content/${file} chưa đúng:\n${places.join('\n')}`);
}
