// The form as this browser keeps it for the time without a line: fetched without cookies, so that nobody's words are in it.
import { addressIn } from '../../../api/languages/addresses.ts';
import { languages, type Language } from '../../../api/languages/language.ts';
import { spoken } from '../say.ts';

// A worker looks after what lies in its own folder or below it: each language has one, and a copy of its own.
const cacheNames: Record<Language, string> = { vi: 'giu-bieu-mau', en: 'giu-bieu-mau-en' };
const workers: Record<Language, string> = { vi: '/phan-anh/giu-bieu-mau.js', en: '/en/keep-form.js' };
const addressOf = (language: Language) => addressIn(language, '/phan-anh/gui');
const address = addressOf(spoken);
const freshMs = 12 * 3_600_000;

export const canKeepForm = (): boolean =>
  'serviceWorker' in navigator &&
  'locks' in navigator &&
  'caches' in window &&
  'indexedDB' in window &&
  Boolean(window.crypto && crypto.subtle);

const registration = (language: Language) => navigator.serviceWorker.getRegistration(addressOf(language));
/** In the language of this page; `isAnyFormKept`: in any. */
export const isFormKept = async (): Promise<boolean> => Boolean(await registration(spoken));
export const isAnyFormKept = async (): Promise<boolean> =>
  (await Promise.all(languages.map(registration))).some(Boolean);

/** Keeps the form with its styles, script and letters; throws where the line or the browser does not let it. */
export async function keepForm(): Promise<void> {
  const cache = await caches.open(cacheNames[spoken]);
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok || answer.redirected) throw new Error('the form did not come');
  const html = await answer.clone().text();
  const wanted = new Set([address]);
  for (const part of new Set(html.match(/\/_tep\/[^"'\s)]+/g) || [])) {
    wanted.add(part);
    const text = /\.(?:css|js)$/.test(part) ? await (await keepPart(cache, part)).text() : undefined;
    // Letters that a style asks for, and scripts that a script asks for.
    for (const [, name] of text ? text.matchAll(/(?:\/_tep\/|\.\/)([\w.-]+\.(?:woff2|js))/g) : []) {
      wanted.add(`/_tep/${name}`);
      await keepPart(cache, `/_tep/${name}`);
    }
    if (text === undefined) await keepPart(cache, part);
  }
  await cache.put(address, answer);
  // Of an older form.
  for (const kept of await cache.keys())
    if (!wanted.has(new URL(kept.url).pathname)) await cache.delete(kept);
  await navigator.serviceWorker.register(workers[spoken], { scope: address, updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

async function keepPart(cache: Cache, part: string): Promise<Response> {
  const kept = await cache.match(part);
  if (kept) return kept;
  const answer = await fetch(part);
  if (!answer.ok) throw new Error(`${part} did not come`);
  await cache.put(part, answer.clone());
  return answer;
}

/** Takes the newest form where the kept one is older than half a day; what is not to be had now is left for next time. */
export async function refreshForm(now: number): Promise<void> {
  const kept = await caches.match(address);
  const keptAt = Date.parse((kept && kept.headers.get('date')) || '') || 0;
  if (kept && Math.abs(now - keptAt) < freshMs) return;
  await keepForm().catch(() => undefined);
}

/** Takes form and worker away, in every language. */
export async function dropForm(): Promise<void> {
  for (const language of languages) {
    await caches.delete(cacheNames[language]);
    const kept = await registration(language);
    if (kept) await kept.unregister();
  }
}
