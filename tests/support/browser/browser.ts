// One real Chromium per worker, and visitors in it: each with own cookies, and all that it asked for or complained of.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { afterEach, inject } from 'vitest';
import { patiently } from '../run/patience.ts';

export type Visitor = Awaited<ReturnType<typeof openVisitor>>;

// Nothing goes beyond loopback, and the browser keeps quiet by itself.
const flags = [
  '--no-first-run',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

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
  browser ??= openBrowser();
  let open = await browser;
  // One that has died is nobody's: the next visitor gets another.
  if (!open.isConnected()) open = await (browser = openBrowser());
  const context = await open.newContext({
    baseURL: origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 900 },
    // Smooth scrolling would be waited for at every click.
    reducedMotion: 'reduce',
    ...options,
  });
  contexts.push(context);
  context.setDefaultTimeout(patiently(15_000));
  const addresses: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { context, page: await context.newPage(), addresses, complaints };
}
