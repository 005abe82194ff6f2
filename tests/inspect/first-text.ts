// A first visit on a bad line, 400 kbit/s and 400 ms: when the first text stands, and whether it jumps afterwards.
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/browser/chromium.ts';

const latestMs = 2_000;
const mostShift = 0.02;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const screens = [
  { width: 375, height: 667 },
  { width: 1280, height: 900 },
];

/** A page to measure: how somebody gets there, and who that is. */
export type Visit = { name: string; as?: BrowserContextOptions; open(page: Page): Promise<unknown> };

export const visitTo = (address: string): Visit => ({ name: address, open: (page) => page.goto(address) });

/** Prints both for every page at both widths and returns how many are late or jump. */
export async function inspectFirstText(origin: string, visits: Visit[]): Promise<number> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    chromiumSandbox: false,
  });
  let bad = 0;
  try {
    for (const { name, as, open } of visits) {
      const told: string[] = [];
      for (const viewport of screens) {
        const context = await browser.newContext({ ...as, viewport, baseURL: origin });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', line);
        await open(page);
        const [first, shift] = [await firstTextOf(page), await shiftOf(page)];
        if (first > latestMs || shift > mostShift) bad++;
        told.push(`${viewport.width} px: ${Math.round(first)} ms, shift ${shift.toFixed(3)}`);
        await context.close();
      }
      console.log(`${name.padEnd(44)} ${told.join('   ')}`);
    }
  } finally {
    await browser.close();
  }
  return bad;
}

/** Milliseconds from the address to the first text on the screen. */
const firstTextOf = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity);

/** How much what stood already has jumped since the page began (cumulative layout shift, no unit). */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
    await document.fonts.ready;
    let sum = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const { value, hadRecentInput } of entries as Shift[]) if (!hadRecentInput) sum += value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What has been kept is handed over in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
  });
