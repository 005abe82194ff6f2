// The last lines of a run: the ten slowest files, and which optional checks ran or were left out for want of a program.
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { findProgram } from './programs.ts';

/** Tests that need what not every machine has, by their names. */
const optional: Record<string, string> = {
  'LibreOffice computes the same totals from the formulas alone': 'LibreOffice (soffice)',
  'a real Meilisearch finds what the engine in this process finds': 'a live Meilisearch (MEILI_URL)',
  'an ordinary user runs it as himself': 'root, to become somebody else',
  'root runs it even where no other account can look': 'namespaces of the kernel',
  'says so when the folder cannot be written': 'an ordinary user, or root to become one',
  'says so when the disk is full': 'the right to mount',
  'on a disk that is full is away, and leaves nothing half there': 'the right to mount',
  'on a disk that is read-only is away, and leaves nothing half there': 'the right to mount',
};

const slowest = 10;

export function closingLines(): Reporter {
  // Who asks for some tests by name knows that the others were left out.
  let isPart = false;
  return {
    onInit({ config }) {
      isPart = config.testNamePattern !== undefined;
    },
    onTestRunEnd(modules) {
      const checks = isPart ? [] : [...optionalChecks(modules), benchPrograms()];
      for (const line of [...slowestFiles(modules), ...checks]) console.log(line);
    },
  };
}

function slowestFiles(modules: readonly TestModule[]): string[] {
  if (modules.length < 2) return [];
  const files = modules.map((module) => {
    const { duration, collectDuration, setupDuration, prepareDuration, environmentSetupDuration } =
      module.diagnostic();
    const ms = duration + collectDuration + setupDuration + prepareDuration + environmentSetupDuration;
    return { seconds: ms / 1_000, name: path.relative(process.cwd(), module.moduleId) };
  });
  const first = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, slowest);
  return [
    `The ${first.length} slowest of ${files.length} files:`,
    ...first.map(({ seconds, name }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`),
  ];
}

/** Whatever was skipped is told; what stands in no list, by its name alone. */
function optionalChecks(modules: readonly TestModule[]): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const isSkipped = (test: TestCase) => test.result().state === 'skipped';
  const ran = tests.filter((test) => test.name in optional && !isSkipped(test));
  const leftOut = tests.filter(isSkipped);
  return [
    ...ran.map(({ name }) => `Optional check ran: ${name}.`),
    ...leftOut.map(
      ({ name }) => `Optional check LEFT OUT: ${name}${optional[name] ? ` (needs ${optional[name]})` : ''}.`,
    ),
  ];
}

function benchPrograms(): string {
  const words = ['pgbench', 'nginx', 'wrk'].map(
    (name) => `${name}: ${findProgram(name) ? 'here' : 'missing'}`,
  );
  return `Not part of the tests: npm run bench (${words.join(', ')}).`;
}
