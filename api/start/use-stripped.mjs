// For `node --import`: sources are read as `strip.mjs` has left them. Without, the compiler that takes their types out stays
// in the memory of a portal for as long as it runs.
import fs from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder, nameOf } from './stripped.mjs';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts') || !url.startsWith('file:')) return next(url, context);
    try {
      const name = nameOf(fs.readFileSync(fileURLToPath(url), 'utf8'));
      const source = fs.readFileSync(path.join(folder, name), 'utf8');
      return { format: 'module', source, shortCircuit: true };
    } catch {
      return next(url, context);
    }
  },
});
