// Whether node_modules holds what package-lock.json asks for.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Compares the lock file with the one that npm leaves inside node_modules at the end of an installation.
 * @param {string} root folder of package-lock.json
 * @param {boolean} withTools whether development packages count
 */
export function isInstalled(root, withTools) {
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  const locked = readPackages(path.join(root, 'package-lock.json'));
  return Object.entries(locked ?? {}).every(([place, { version, optional, devOptional, dev, link }]) => {
    if (place === '' || optional || devOptional || link || (dev && !withTools))
      return installed !== undefined;
    return installed?.[place]?.version === version;
  });
}

/** @returns {Record<string, Record<string, unknown>> | undefined} */
function readPackages(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : undefined;
}
