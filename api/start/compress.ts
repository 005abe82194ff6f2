// After the build (in .build, or the folder named): a brotli and a gzip twin beside every file of the site that gains by it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { fewAtATime } from '../content/few-at-a-time.ts';

const folder = path.resolve(import.meta.dirname, '../..', process.argv[2] ?? '.build', 'client');
const compressible = /\.(?:html|css|js|mjs|json|xml|svg|txt|csv|webmanifest)$/;
const minBytes = 300;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

async function compress(file: string): Promise<void> {
  const plain = await fs.readFile(file);
  if (plain.length < minBytes) return;
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: sizeHint } = zlib.constants;
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [quality]: 9, [sizeHint]: plain.length } }),
    gzip(plain, { level: 9 }),
  ]);
  if (br.length < plain.length) await fs.writeFile(`${file}.br`, br);
  if (gz.length < plain.length) await fs.writeFile(`${file}.gz`, gz);
}

const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
await fewAtATime(files, (entry) => compress(path.join(entry.parentPath, entry.name)));
