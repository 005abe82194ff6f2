// Folders that live for one test file.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** A new folder that other accounts may pass; removed after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-')));
  await fs.chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Done after each file, by leave-nothing.ts. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await fs.rm(folder, { recursive: true, force: true });
}
