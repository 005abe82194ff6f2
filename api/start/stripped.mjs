// Where sources lie with their types taken out already.
import { createHash } from 'node:crypto';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const folder = path.join(root, '.tmp/stripped');

/**
 * A source is known by its content: one that was changed since finds nothing, and Node reads it as it always does.
 * @param {string} source
 */
export const nameOf = (source) => `${createHash('sha256').update(source).digest('hex')}.js`;
