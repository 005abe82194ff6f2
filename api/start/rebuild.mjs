// Builds the site into a folder of its own while the portal runs: `node api/start/rebuild.mjs {folder}`.
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Thiếu thư mục để dựng trang.');
// Visitors come first.
os.setPriority(10);
await withLock(root, () => {
  for (const args of [
    ['node_modules/astro/bin/astro.mjs', 'build'],
    ['api/start/compress.ts', folder],
  ]) {
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, BUILD_DIR: folder, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    if (status !== 0) process.exit(1);
  }
});
