// npm run test:engines: the walk of a citizen in Firefox and in WebKitGTK, where Debian's packages are. Exit 1 when one fails.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPortal } from '../bench/starting.ts';
import { findProgram } from '../support/run/programs.ts';
import { openFirefox } from './firefox.ts';
import type { Visitor } from './visitor.ts';
import { walk } from './walk.ts';
import { openWebKit } from './webkit.ts';

const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-engines-')));
await fs.chmod(folder, 0o755);
const firefox = findProgram('firefox-esr') ?? findProgram('firefox');
const webkit = findProgram('WebKitWebDriver');
const xvfb = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? undefined : findProgram('Xvfb');
const hasDisplay =
  xvfb !== undefined || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

type Engine = { name: string; needs: string | undefined; open(): Promise<Visitor> };
const engines: Engine[] = [
  {
    name: 'Firefox',
    needs: firefox ? undefined : 'firefox-esr (apt-get install firefox-esr)',
    async open() {
      const profile = path.join(folder, 'firefox');
      await fs.mkdir(profile);
      return await openFirefox(firefox ?? '', profile);
    },
  },
  {
    name: 'WebKitGTK',
    needs: !webkit
      ? 'WebKitWebDriver (apt-get install webkit2gtk-driver)'
      : hasDisplay
        ? undefined
        : 'a display, or Xvfb (apt-get install xvfb)',
    open: async () => await openWebKit(webkit ?? '', await displayed()),
  },
];

const present = engines.filter(({ needs }) => needs === undefined);
for (const { name, needs } of engines)
  if (needs) console.log(`Optional check LEFT OUT: the walk in ${name} (needs ${needs}).`);
let display: ReturnType<typeof spawn> | undefined;
try {
  if (present.length > 0) await walkAll();
} finally {
  display?.kill();
  await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function walkAll(): Promise<void> {
  const portal = await startPortal(path.join(folder, 'data'));
  try {
    for (const { name, open } of present) {
      let visitor: Visitor | undefined;
      try {
        visitor = await open();
        await walk(visitor, portal.origin, (leg) => console.log(`${name}: ${leg}`));
        console.log(`Optional check ran: the walk in ${name}.`);
      } catch (error) {
        console.error(`${name} FAILED: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
      } finally {
        await visitor?.close();
      }
    }
  } finally {
    await portal.stop();
  }
}

/** The environment of a program with windows: on the screen that there is, else on one that nobody sees. */
async function displayed(): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env, HOME: folder, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  if (!xvfb) return env;
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  display = screen;
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (said: Buffer) => resolve(said.toString().trim()));
    screen.once('close', () => reject(new Error('Xvfb ended')));
  });
  return { ...env, DISPLAY: `:${number}` };
}
