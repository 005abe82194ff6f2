// npm run bench: the portal beside pgbench and nginx, measured in turn in one run. It tells figures and tests nothing.
import { measureCases } from './cases.ts';
import { median, tellMost } from './compare.ts';
import { measurePage } from './page.ts';
import { findProgram } from './programs.ts';
import { openStage } from './stage.ts';
import { residentMegabytes, warmStartSeconds } from './starting.ts';

const programs = { pgbench: findProgram('pgbench'), nginx: findProgram('nginx'), wrk: findProgram('wrk') };
const stage = await openStage();
process.once('SIGINT', () => void stage.close().finally(() => process.exit(130)));
try {
  await measureCases(stage, programs);
  await measurePage(stage, programs);
  const memory = residentMegabytes(stage.pid);
  if (memory) tellMost('resident memory after all this', memory, 'MB', 200);

  await stage.stopServer();
  const starts: number[] = [];
  for (let start = 0; start < 3; start += 1) starts.push(await warmStartSeconds(stage.dataDir));
  tellMost('npm start to the first page, warm', Number(median(starts).toFixed(2)), 's', 3);
} finally {
  await stage.close();
}
