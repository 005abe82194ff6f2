// The tools of the inspection, installed into this folder at first use: apart, so that start and tests stay light.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const modules = path.join(folder, 'node_modules');

export function installTools(): void {
  if (fs.existsSync(path.join(modules, 'lighthouse')) && fs.existsSync(path.join(modules, 'html-validate')))
    return;
  console.log('Installing html-validate and lighthouse into tests/inspect …');
  if (spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error('The tools of the inspection could not be installed.');
}

/** Runs `node {program} args…` of an installed tool and returns what it printed; its exit code does not count. */
export function runTool(program: string, args: string[], env: Record<string, string> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(modules, program), ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (!stdout && stderr) throw new Error(stderr);
  return stdout;
}
