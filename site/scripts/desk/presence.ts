// Says seldom that the case of this page is still open, and shows who else has it open; takes it back on leaving.
import type { Presence } from '../../../api/cases/presence/presence.ts';
import { othersWords } from '../../lib/staff/presence-words.ts';

export function keepPresence(box: HTMLElement): void {
  const { presence: number = '', token = '', every } = box.dataset;
  const post = async (address: string, body: object, keepalive: boolean) =>
    await fetch(`/api/staff/cases/${encodeURIComponent(number)}/${address}`, {
      method: 'POST',
      keepalive,
      headers: { 'content-type': 'application/json', 'x-form-token': token },
      body: JSON.stringify(body),
    });
  async function ask(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    const answer = await post('presence', {}, false).catch(() => undefined);
    if (!answer?.ok) return;
    const { at, others } = (await answer.json()) as Presence;
    box.dataset['openedAt'] = at;
    const words = othersWords(others);
    // Said anew only when it has changed: a screen reader reads it every time.
    if (box.textContent?.trim() !== words) box.textContent = words;
  }
  setInterval(() => void ask(), Number(every) * 1_000);
  document.addEventListener('visibilitychange', () => void ask());
  addEventListener('pagehide', () => {
    const { openedAt: at } = box.dataset;
    if (at) void post('presence/leave', { at }, true).catch(() => undefined);
  });
}
