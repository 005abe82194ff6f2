// Keeps a demonstration and a real register apart: the folder of a demonstration says so in a file of its own.
import fs from 'node:fs/promises';
import path from 'node:path';

const markFile = (dataDir: string) => path.join(dataDir, 'minh-hoa.json');

type Where = { DATA_DIR: string; DEMO: boolean };

/**
 * Marks a new folder as a demonstration's. Throws a sentence where a demonstration was asked for in a folder that holds
 * anything else, and where a demonstration's folder was to be used for real.
 */
export async function keepApart({ DATA_DIR, DEMO }: Where): Promise<void> {
  const isMarked = await fs.access(markFile(DATA_DIR)).then(
    () => true,
    () => false,
  );
  if (isMarked && !DEMO)
    throw new Error(
      `Thư mục ${DATA_DIR} chứa dữ liệu minh họa, không dùng làm sổ thật. Hãy chạy npm start -- --demo, hoặc đặt DATA_DIR khác.`,
    );
  if (!DEMO || isMarked) return;
  const names = await fs.readdir(DATA_DIR).catch(() => []);
  if (names.length > 0)
    throw new Error(
      `Thư mục ${DATA_DIR} đã có dữ liệu không phải minh họa: không dựng minh họa vào đó. Hãy đặt DATA_DIR khác.`,
    );
  await fs.mkdir(DATA_DIR, { recursive: true });
  await fs.writeFile(markFile(DATA_DIR), `${JSON.stringify({ filled: false })}\n`, { flag: 'wx' });
}

export async function isFilled(dataDir: string): Promise<boolean> {
  const { filled } = JSON.parse(await fs.readFile(markFile(dataDir), 'utf8')) as { filled?: boolean };
  return filled === true;
}

export async function noteFilled(dataDir: string): Promise<void> {
  await fs.writeFile(markFile(dataDir), `${JSON.stringify({ filled: true })}\n`);
}
