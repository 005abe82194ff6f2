// What the compiler says of every source, pages too: pages are laid beside the project as TSX, then all is read once.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { laidFiles, readPage, toldInPages, unreadParts } from './pages.ts';

const laidIn = '.tmp/types';

const synced = spawnSync('astro', ['sync', '--silent'], { encoding: 'utf8' });
if (synced.status !== 0) fail([synced.stdout, synced.stderr, synced.error?.message ?? '']);

fs.rmSync(laidIn, { recursive: true, force: true });
const pages = fs
  .globSync('site/**/*.astro')
  .map((file) => readPage(file.replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')));
for (const [name, text] of pages.flatMap(laidFiles)) {
  fs.mkdirSync(path.join(laidIn, path.dirname(name)), { recursive: true });
  fs.writeFileSync(path.join(laidIn, name), text);
}
fs.writeFileSync(
  path.join(laidIn, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../tsconfig.json',
    files: ['env.d.ts', 'astro-jsx.d.ts'].map((file) => `../../node_modules/astro/${file}`),
    include: ['./site', ...projectParts().map((part) => `../../${part}`)],
    exclude: ['.build', '.data', 'node_modules'].map((folder) => `../../${folder}`),
    compilerOptions: { rootDirs: ['../..', '.'], allowArbitraryExtensions: true, jsx: 'preserve' },
  }),
);

// One thread: with more, each reads the types of the API's client for itself and asks three times the memory.
const read = spawnSync('tsc', ['--project', laidIn, '--noEmit', '--pretty', 'false', '--singleThreaded'], {
  encoding: 'utf8',
});
const complaints = [...pages.flatMap(unreadParts), ...toldInPages(read.stdout, laidIn, pages)];
const cutOff = read.status === null ? `the compiler did not end: ${read.error?.message ?? read.signal}` : '';
if (complaints.length > 0 || cutOff || read.stderr) fail([...complaints, cutOff, read.stderr]);

function projectParts(): string[] {
  const { include } = JSON.parse(fs.readFileSync('tsconfig.json', 'utf8')) as { include: string[] };
  return include;
}

function fail(said: string[]): never {
  console.log(said.filter(Boolean).join('\n'));
  process.exit(1);
}
