// Before start, tests and checks: installs what is missing and builds the site when it is stale.
// Plain JavaScript without dependencies: on a fresh clone it runs on the host's Node (20 or later).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isInstalled } from './installed.mjs';
import { withLock } from './lock.mjs';
import { sourceHash } from './source-hash.mjs';
import { isPast, readBuildDays, today } from './build-days.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const stamp = path.join(root, '.build/stamp');
const wantsBuild = !process.argv.includes('--install-only');
// `npm start` needs no development tools: an installation without them will do.
const wantsTools = process.env.npm_lifecycle_event !== 'prestart';

process.chdir(root);
try {
  if (!isInstalled(root, wantsTools)) await withLock(root, install);
  refuseOldNode();
  if (wantsBuild && !isBuilt()) await withLock(root, build);
  // Only spares memory: a start without it is a start all the same.
  if (wantsBuild) spawnSync('node', ['--no-warnings', 'api/start/strip.mjs'], { stdio: 'ignore' });
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

function install() {
  if (isInstalled(root, wantsTools)) return;
  console.log('Đang cài các thư viện (npm ci), khoảng một phút… (Installing.)');
  const tools = wantsTools ? ['--include=dev'] : [];
  run(
    'npm',
    ['ci', '--include=optional', ...tools],
    'Không cài được các thư viện. Hãy xem lỗi ở trên rồi chạy lại.',
  );
}

function isBuilt() {
  if (!fs.existsSync(stamp) || isPast(readBuildDays(path.dirname(stamp)), today())) return false;
  return fs.readFileSync(stamp, 'utf8') === sourceHash(root);
}

function build() {
  if (isBuilt()) return;
  console.log('Đang dựng trang… (Building the site.)');
  const hash = sourceHash(root);
  fs.rmSync(stamp, { force: true });
  run('npm', ['run', '--silent', 'build'], 'Không dựng được trang. Hãy xem lỗi ở trên.', true);
  fs.writeFileSync(stamp, hash);
}

// An installation replaces node_modules, and with it the Node in there: it runs on the host's own.
function pathFor(args) {
  const { PATH = '' } = process.env;
  if (args[0] !== 'ci') return PATH;
  const own = `node_modules${path.sep}.bin`;
  return PATH.split(path.delimiter)
    .filter((folder) => !folder.endsWith(own))
    .join(path.delimiter);
}

/** Runs a program to its end; a quiet one shows what it said only when it failed. */
function run(command, args, sentence, isQuiet = false) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: pathFor(args), ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  if (isQuiet) console.error(`${stdout}\n${stderr}`);
  throw new Error(sentence);
}

// The Node that npm scripts will use: the one npm brought for this system, else the host's own.
function refuseOldNode() {
  const version = nodeVersion();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return;
  throw new Error(
    `Cần Node.js 24.7 trở lên; máy này dùng ${version || 'bản không chạy được'}. ` +
      'Hệ điều hành này không có bản kèm sẵn, hãy cài Node.js 24 từ nodejs.org rồi chạy lại. (Node.js ≥ 24.7 is needed.)',
  );
}

function nodeVersion() {
  const brought = path.join(root, 'node_modules/.bin/node');
  if (!fs.existsSync(brought) || process.execPath === fs.realpathSync(brought)) return process.versions.node;
  return spawnSync(brought, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}
