// One hash over everything the built site is made of.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folders = ['site', 'api'];
const files = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
// The site imports pure files, schemas and labels of the API; these parts of it never reach a page.
const unused = /^api\/(?:(?:programs|db|doors|health|start)\/|.*(?:routes|repository|service)\.ts$)/;

/**
 * Paths and contents, so that neither a checkout nor a touched file causes a build.
 * @param {string} root
 */
export function sourceHash(root) {
  return hashOf(root, (name) => !unused.test(name));
}

/**
 * The same over all code, without the content: whether a running process is still what lies on the disk.
 * @param {string} root
 */
export function codeHash(root) {
  return hashOf(root, (name) => !name.startsWith('content/'));
}

function hashOf(root, counts) {
  const hash = createHash('sha256');
  // Built into the pages: astro.config.mjs.
  hash.update(`${process.env.PUBLIC_ORIGIN ?? ''}\0`);
  const contentDir = path.resolve(root, process.env.CONTENT_DIR || 'content');
  const named = [
    ...files.map((name) => [name, path.join(root, name)]),
    ...folders.flatMap((folder) => filesBelow(path.join(root, folder), folder)),
    ...filesBelow(contentDir, 'content'),
  ];
  for (const [name, file] of named) {
    if (!counts(name)) continue;
    if (fs.existsSync(file)) hash.update(`${name}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Each file below a folder: its name as it counts, and where it lies. */
function filesBelow(folder, as) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [`${as}/${path.relative(folder, file).split(path.sep).join('/')}`, file])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
