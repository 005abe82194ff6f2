// Files in a folder outside the web root, readable by this account only.
import fs from 'node:fs/promises';
import path from 'node:path';
import { log } from '../../../http/log.ts';
import { Problem } from '../../../problems/problem.ts';
import type { FileStore } from './file-store.ts';

export function folderStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('not a key of the file store');
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    async put(key, bytes) {
      const place = placeOf(key);
      const parent = path.dirname(place);
      try {
        await fs.mkdir(parent, { recursive: true, mode: 0o700 });
        await writeDurably(`${place}.new`, bytes);
        await fs.rename(`${place}.new`, place);
        for (const changed of [parent, folder]) await syncFolder(changed);
      } catch (error) {
        // What is half there would take room that is lacking.
        await fs.unlink(`${place}.new`).catch(() => {});
        throw explainDisk(error);
      }
    },
    get: (key) =>
      fs
        .readFile(placeOf(key))
        .catch(nothingThere)
        .catch((error: unknown) => {
          throw explainDisk(error);
        }),
    async remove(key) {
      for (const place of [placeOf(key), `${placeOf(key)}.new`]) await fs.unlink(place).catch(nothingThere);
    },
  };
}

// The disk is full, not to be written, worn out, or not ours (a folder on a read-only disk is "not there"): nothing is
// wrong with the file, and it can be sent again.
function explainDisk(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  log.error({ reason: String(error.code) }, 'the file folder cannot be used');
  return new Problem('store-away', 'Ổ đĩa của máy chủ chưa ghi hoặc đọc được tệp. Hãy thử lại sau ít phút.');
}

async function writeDurably(place: string, bytes: Buffer): Promise<void> {
  const file = await fs.open(place, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

// A new name is durable only when its folder is.
async function syncFolder(place: string): Promise<void> {
  const folder = await fs.open(place, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nothingThere(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
