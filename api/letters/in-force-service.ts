// The templates that new letters are made from: the office's released versions in place of those that came along.
import type { Portal } from '../portal/portal.ts';
import type { Template } from './template.ts';
import { listReleased } from './template-repository.ts';

/** Every template in force; one that was retired is none. */
export async function templatesInForce({ db, content }: Pick<Portal, 'db' | 'content'>): Promise<Template[]> {
  const released = await listReleased(db);
  const own = new Set(released.map(({ code }) => code));
  return [
    ...content.letters.templates.filter(({ code }) => !own.has(code)),
    ...released
      .filter(({ retired }) => !retired)
      .map(({ code, version, words }) => ({ ...words, code, version })),
  ];
}
