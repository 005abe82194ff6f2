// A Chromium on this machine: the one named by CHROMIUM_PATH, the one in the npm package, else an installed one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import packaged, { inflate } from '@sparticuz/chromium';

/** The program, and the environment settings it needs on a machine that lacks its libraries or fonts. */
export type Chromium = { path: string; env: Record<string, string> };

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const modules = path.resolve(import.meta.dirname, '../../../node_modules');
const bin = path.join(modules, '@sparticuz/chromium/bin');

/**
 * Finds one. The package's comes before an installed one: without a window system it takes half the time for the same
 * pages. Throws a sentence where neither can run.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { path: named, env: {} };
  const light = await packagedOne().catch(() => undefined);
  if (light) return light;
  const installed = usual.find((file) => fs.existsSync(file));
  if (installed) return { path: installed, env: {} };
  throw new Error('The packaged Chromium does not run on this machine: install one, or set CHROMIUM_PATH.');
}

async function packagedOne(): Promise<Chromium | undefined> {
  const folder = await unpacked();
  const program = path.join(folder, 'chromium');
  const env = {
    ...(!fs.existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
  };
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return [
    { path: program, env },
    { path: program, env: { ...env, ...libraries } },
  ].find(runs);
}

const runs = ({ path: program, env }: Chromium) =>
  spawnSync(program, ['--version'], { env: { ...process.env, ...env } }).status === 0;

// Made aside and renamed: two runs at once, or one that was stopped, never leave half a browser.
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(fs.readFileSync(path.join(bin, '../package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(modules, `.cache/chromium-${version}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const aside = fs.mkdtempSync(`${folder}.`);
  const { TMPDIR } = process.env;
  try {
    // The package unpacks into the system's folder for temporary files, whichever that is.
    process.env['TMPDIR'] = aside;
    await packaged.executablePath();
    await inflate(path.join(bin, 'al2023.tar.br'));
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  fs.writeFileSync(
    path.join(aside, 'fonts.conf'),
    '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="relative">cache</cachedir></fontconfig>',
  );
  try {
    fs.renameSync(aside, folder);
  } catch {
    // Another run was faster.
    fs.rmSync(aside, { recursive: true });
  }
  return folder;
}
