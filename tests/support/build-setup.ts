// Once per run, for the tests that start the portal: the built site, made anew where it is stale.
import { spawnSync } from 'node:child_process';
import { root } from './child.ts';

export function setup(): void {
  const { status } = spawnSync(process.execPath, ['api/start/prepare.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The site could not be built; why stands above.');
}
