// After each test file: what a failed test left running is stopped, before its folders are removed.
import { afterAll } from 'vitest';
import { stopChildren } from './child.ts';
// Hooks end in reverse: the folders' own comes after this one.
import './folder.ts';

afterAll(stopChildren);
