// The programs of the system that some checks and measurements need; none of them is installed here.
import fs from 'node:fs';
import path from 'node:path';

/** The path of a program, or undefined where the system has none. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
