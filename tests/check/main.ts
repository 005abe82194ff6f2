// npm run check: what can be said of the sources without running them, side by side; one complaint and it fails.
import { spawn } from 'node:child_process';

const checks: Record<string, string[]> = {
  types: ['npm', 'run', '--silent', 'types'],
  lint: ['npm', 'run', '--silent', 'lint'],
  format: ['prettier', '--check', '--cache', '--cache-location', '.tmp/prettier', '--log-level', 'warn', '.'],
};

const startedAt = performance.now();
const outcomes = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
for (const { name, failed, said } of outcomes) if (failed) console.log(`\n--- ${name} ---\n${said}`);
for (const { name, failed, seconds } of outcomes)
  console.log(`${failed ? 'failed' : 'passed'}  ${name.padEnd(8)} ${seconds} s`);
process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0;

async function run(name: string, [program = '', ...rest]: string[]) {
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(error.message));
      resolve(1);
    });
    child.once('close', resolve);
  });
  return {
    name,
    failed: code !== 0,
    said: Buffer.concat(said).toString(),
    seconds: ((performance.now() - startedAt) / 1000).toFixed(1),
  };
}
