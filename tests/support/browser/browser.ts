// One real Chromium per worker, and visitors in it: each with own cookies, and all that it asked for or complained of.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { afterEach, inject } from 'vitest';
import { patiently } from '../run/patience.ts';

export type Visitor = Awaited<ReturnType<typeof openVisitor>>;

// Nothing goes beyond loopback, and the browser keeps quiet by itself.
const flags = [
  '--no-first-run',
  '--disable-gpu',
  // None is kept in readiness for a page that may come: each context would start two.
  '--renderer-process-limit=1',
  // Scripts of a page run for a moment: optimising them takes longer than it saves, compiling them simply does not; and
  // what axe leaves behind is swept seldom.
  '--js-flags=--no-opt,--no-maglev,--always-sparkplug,--min-semi-space-size=16',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

const viewport = { width: 1280, height: 900 };

let browser: Promise<Browser> | undefined;
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

function openBrowser(): Promise<Browser> {
  const { path, env } = inject('chromium');
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    chromiumSandbox: false,
    args: flags,
  });
}

/** Somebody new at a portal's address: no cookies, an empty cache; gone after the test. */
export async function openVisitor(origin: string, options: BrowserContextOptions = {}) {
  const context = await openContext(origin, options);
  contexts.push(context);
  return { context, page: await context.newPage(), ...watch(context) };
}

let last: { origin: string; visitor: Visitor; forget(): Promise<void> } | undefined;

/**
 * Somebody new in a tab where somebody was: nothing of that one is left in it, and nothing is ever cached. Takes a third
 * less work than a new context, whose scripts are all compiled anew; for one tab with script on.
 */
export async function nextVisitor(
  origin: string,
  { storageState }: BrowserContextOptions = {},
): Promise<Visitor> {
  if (last?.origin !== origin || last.visitor.page.isClosed()) last = await openTab(origin);
  const { visitor, forget } = last;
  await forget();
  if (typeof storageState === 'object') await visitor.context.addCookies(storageState.cookies);
  visitor.addresses.length = 0;
  visitor.complaints.length = 0;
  return visitor;
}

async function openTab(origin: string): Promise<NonNullable<typeof last>> {
  await last?.visitor.context.close();
  const context = await openContext(origin);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return {
    origin,
    visitor: { context, page, ...watch(context) },
    async forget() {
      // What the page before keeps as it is left is kept by now.
      await page.goto('/bieu-tuong.svg');
      await page.evaluate(() => sessionStorage.clear());
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await context.clearCookies();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
    },
  };
}

async function openContext(origin: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= openBrowser();
  let open = await browser;
  // One that has died is nobody's: the next visitor gets another.
  if (!open.isConnected()) open = await (browser = openBrowser());
  const context = await open.newContext({
    baseURL: origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport,
    // Smooth scrolling would be waited for at every click.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patiently(15_000));
  return context;
}

/** All that a context asks for, and all that it complains of. */
function watch(context: BrowserContext): { addresses: string[]; complaints: string[] } {
  const addresses: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { addresses, complaints };
}
