// Pictures in the texts of content/ whose words are left out; a built page cannot tell them from mere ornament.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** `folder` holds texts in Markdown, at any depth. */
export async function checkPictures(folder: string): Promise<Finding[]> {
  const names = await fs.readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map(async (name) => ({ name, text: await fs.readFile(path.join(folder, name), 'utf8') })),
  );
  return texts.flatMap(({ name, text }) =>
    [...text.matchAll(/!\[\s*\]\((?<picture>[^)\s]*)/g)].map(({ groups }) => ({
      level: 'error' as const,
      place: `content/${name.split(path.sep).join('/')}`,
      sentence: `ảnh ${groups?.['picture'] ?? ''} không có chữ thay thế; ghi vào giữa hai dấu ngoặc vuông`,
    })),
  );
}
