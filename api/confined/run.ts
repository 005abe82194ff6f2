// Foreign files are read in a child process with limits of time and memory: whatever they hold, the portal goes on.
import { fork } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost } from './at-most.ts';

export type Limits = { seconds: number; megabytes: number };
/** `time`, `memory`: a limit was reached; `broken`: the work threw or died. */
export type Confined<Output> = { done: Output } | { stopped: 'time' | 'memory' | 'broken' };

const root = fileURLToPath(new URL('../../', import.meta.url));
const child = fileURLToPath(new URL('./child.ts', import.meta.url));
const limited = atMost(2);

/**
 * Runs the export `task` of a module with `input` in a process of its own, which has no environment, may read the
 * program only, write nothing and start nothing. Never throws for what the work does. Two run at once, others wait.
 */
export const runConfined = <Input, Output>(
  module: URL,
  input: Input,
  limits: Limits,
): Promise<Confined<Output>> => limited(() => run<Input, Output>(module, input, limits));

async function run<Input, Output>(
  module: URL,
  input: Input,
  { seconds, megabytes }: Limits,
): Promise<Confined<Output>> {
  const mayRead = await Promise.all([
    fs.realpath(`${root}api`),
    fs.realpath(`${root}node_modules`),
    // Where the packages really lie: an installation may be made of links.
    fs.realpath(`${root}node_modules/hucre`).then((one) => path.dirname(one)),
    `${root}package.json`,
  ]);
  const process_ = fork(child, [], {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      '--permission',
      '--allow-addons',
      ...mayRead.map((place) => `--allow-fs-read=${place}`),
      `--max-old-space-size=${megabytes}`,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
  });
  return await new Promise((resolve) => {
    const end = (outcome: Confined<Output>) => {
      clearTimeout(patience);
      clearInterval(watch);
      process_.removeAllListeners();
      // An error after the end (the pipe breaks while the input is still being written) is nobody's.
      process_.on('error', () => undefined);
      process_.kill('SIGKILL');
      resolve(outcome);
    };
    const patience = setTimeout(() => end({ stopped: 'time' }), seconds * 1000);
    const watch = setInterval(() => {
      void residentMegabytes(process_.pid).then((used) => {
        if (used > megabytes + ownMegabytes) end({ stopped: 'memory' });
      });
    }, 50);
    process_.on('message', (message: { output: Output } | { failed: true }) =>
      end('output' in message ? { done: message.output } : { stopped: 'broken' }),
    );
    process_.on('error', () => end({ stopped: 'broken' }));
    // V8 ends itself by SIGABRT (134) when its heap is full.
    process_.on('exit', (code, signal) =>
      end({ stopped: signal === 'SIGABRT' || code === 134 ? 'memory' : 'broken' }),
    );
    process_.send({ module: module.href, input }, (error) => {
      if (error) end({ stopped: 'broken' });
    });
  });
}

/** What Node needs for itself, with the program. */
const ownMegabytes = 120;

/** Memory outside V8's heap (buffers, WebAssembly) has no limit of its own; where /proc is absent it is not watched. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const pages = await fs.readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return (Number(pages.split(' ')[1] ?? 0) * 4096) / 1024 / 1024 || 0;
}
