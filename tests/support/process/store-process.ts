// A process of its own that puts a file into the folder store: prints what it was refused with, and what is left.
import fs from 'node:fs';
import path from 'node:path';
import { openFileStore } from '../../../api/attachments/tools/store/file-store.ts';
import { readEnvironment } from '../../../api/portal/env.ts';
import { Problem } from '../../../api/problems/problem.ts';

const [dataDir = ''] = process.argv.slice(2);
const key = 'ab'.repeat(32);
const refused = await openFileStore(readEnvironment({ DATA_DIR: dataDir }))
  .put(key, Buffer.alloc(1024 * 1024, 'x'))
  .then(
    () => 'kept',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const shelf = path.join(dataDir, 'files/ab');
console.log(refused, JSON.stringify(fs.existsSync(shelf) ? fs.readdirSync(shelf) : []));
