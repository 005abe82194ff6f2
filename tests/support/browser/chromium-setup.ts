// Once per run: the browser of the end-to-end tests is found, or unpacked.
import type { TestProject } from 'vitest/node';
import { findChromium, type Chromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium());
}
