// After each test file: what a failed test left running is stopped, then its folders are removed.
import { afterAll } from 'vitest';
import { stopChildren } from '../process/child.ts';
import { removeFolders } from './folder.ts';

// One hook, for an order that no setting changes; before the first test, so that it comes after all others.
afterAll(async () => {
  await stopChildren();
  await removeFolders();
});
