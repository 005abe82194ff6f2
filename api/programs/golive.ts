// `npm run golive`: what the department must still fill in before citizens are let in, worst first. Ends with 1 while a
// must-have lacks.
import { holeLines, holesOf } from '../golive/holes.ts';
import { readEnvironment } from '../portal/env.ts';
import { loadContent } from '../portal/gather.ts';

try {
  const env = readEnvironment();
  const holes = holesOf(await loadContent(env.CONTENT_DIR, new Date()), env);
  const must = holes.filter(({ weight }) => weight === 'must').length;
  for (const line of holeLines(holes)) console.log(line);
  console.log(
    must === 0 ? 'Sẵn sàng mở cho người dân.' : `Chưa nên mở cho người dân: còn ${must} việc phải xong.`,
  );
  process.exitCode = must === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
