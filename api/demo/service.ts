// A demonstration is filled once, at its first start.
import type { Portal } from '../portal/portal.ts';
import { fillDemo } from './fill-service.ts';
import { anyCase, findOfficers } from './repository.ts';
import { isFilled, noteFilled } from './tools/folder.ts';

/** Throws a sentence where an earlier filling was broken off: half a demonstration would show wrong figures. */
export async function fillOnce(portal: Portal, say: (sentence: string) => void): Promise<void> {
  const { DATA_DIR } = portal.env;
  if (await isFilled(DATA_DIR)) return;
  if (await anyCase(portal.db))
    throw new Error(`Lần dựng minh họa trước bị dở. Hãy xóa thư mục ${DATA_DIR} rồi chạy lại.`);
  say('Đang dựng dữ liệu minh họa: 67 hồ sơ, đợt khảo sát, số liệu ba tháng…');
  await fillDemo(portal, await findOfficers(portal.db));
  await noteFilled(DATA_DIR);
}
