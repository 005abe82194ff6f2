// npm run content:check: what is wrong with content/ and the built site, and what is still lacking. Errors end with 1.
import path from 'node:path';
import { localDate } from '../dates/dates.ts';
import { readEnvironment } from '../portal/env.ts';
import { loadContent } from '../portal/gather.ts';
import { completeness } from '../procedures/completeness.ts';
import { isSuperseded } from '../procedures/order.ts';
import { checkContent } from './check/content.ts';
import { checkSite } from './check/site.ts';

const root = path.resolve(import.meta.dirname, '../..');
const isQuiet = process.argv.includes('--quiet');

try {
  // Every schema is checked here: a wrong file ends with a sentence that names it.
  const now = new Date();
  const content = await loadContent(readEnvironment().CONTENT_DIR, now);
  const { pages, findings } = await checkSite(root);
  const all = [...findings, ...checkContent(content, localDate(now))];
  const errors = all.filter(({ level }) => level === 'error');
  for (const { level, place, sentence } of all)
    if (level === 'error' || !isQuiet)
      console.log(`${level === 'error' ? 'LỖI ' : 'Thiếu'}  ${place}: ${sentence}.`);

  const current = [...content.procedures.values()].filter((procedure) => !isSuperseded(procedure));
  const whole = current.filter((procedure) => {
    const { done, of } = completeness(procedure);
    return done === of;
  });
  console.log(
    `\n${pages} trang, ${content.procedures.size} thủ tục. ` +
      `Đủ bộ phận (chỉ số 1.3, QĐ 766/QĐ-TTg): ${whole.length}/${current.length} thủ tục. ` +
      `${errors.length} lỗi, ${all.length - errors.length} chỗ còn thiếu.`,
  );
  process.exitCode = errors.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
