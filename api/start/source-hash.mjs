// One hash over everything the built site is made of.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folders = ['site', 'content', 'api'];
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
  for (const name of [...files, ...folders.flatMap((folder) => filesBelow(root, folder))]) {
    if (!counts(name)) continue;
    const file = path.join(root, name);
    if (fs.existsSync(file)) hash.update(`${name}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, folder) {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
}
