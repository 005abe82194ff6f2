// What every page of the portal promises, looked at in a browser: light, in one language, for keyboards and narrow screens.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './browser.ts';
import { lostInLargeText } from './large-text.ts';
import {
  accessibilityFaults,
  bareFileControls,
  edgelessButtons,
  faultsAt,
  foreignWords,
  unmarkedVietnamese,
  outsiders,
  openDisclosures,
  unmarkedFocus,
  weightOf,
} from './inspection.ts';

export type Scene = {
  name: string;
  /** Leads to the page; an address alone is visited. */
  to: string | ((page: Page) => Promise<unknown>);
  /** The answer's status where it is a refusal: the browser notes it in its console. */
  refusal?: number;
  /** The focus starts at the error summary, not at the top. */
  startsAtSummary?: boolean;
  /** Looked at on a dark screen and in forced colours, too. */
  inOtherColours?: boolean;
  /** A page of staff that is looked at with letters twice as large, as every public one is. */
  inLargeText?: boolean;
  /** Its language; Vietnamese where nothing is said. On an English page what is Vietnamese is marked so. */
  lang?: 'vi' | 'en';
  /** Names of the fields of programs stand on it. */
  isTechnical?: boolean;
};

// A first visit on a line of 400 kbit/s.
const most = { fonts: 60_000, others: 60_000, requests: 12 };
// A sheet that is printed has the faces of paper too, where the machine has no Times.
const mostWithSheet = { ...most, fonts: 95_000 };

/** Opens a scene and looks at it from all sides; every promise that is not kept is told. */
export async function inspect(scene: Scene, { page, complaints }: Visitor): Promise<void> {
  await (typeof scene.to === 'string' ? page.goto(scene.to) : scene.to(page));
  await takePictures(page, scene.name);

  const { lang, headings, isPublic } = await firstLook(page);
  expect.soft(lang).toBe(scene.lang ?? 'vi');
  expect.soft(headings, 'first headings').toBe(1);
  if (!scene.startsAtSummary) await skipToContent(page);
  expect.soft(await unmarkedFocus(page), 'focus that is not seen').toEqual([]);

  await openDisclosures(page);
  expect.soft(await faultsAt(page, [1280, 375]), 'axe').toEqual([]);
  if (scene.inOtherColours) await lookInOtherColours(page);
  if (scene.lang === 'en')
    expect.soft(await unmarkedVietnamese(page), 'Vietnamese that is not marked').toEqual([]);
  else if (!scene.isTechnical) expect.soft(await foreignWords(page), 'foreign words').toEqual([]);
  expect.soft(await bareFileControls(page), 'controls that speak the language of the browser').toEqual([]);
  if (isPublic || scene.inLargeText) await lookInLargeText(page);
  await page.setViewportSize({ width: 320, height: 900 });
  expect.soft(await outsiders(page), 'wider than 320 px').toEqual([]);

  // Last: what the page asks for by itself has come by now.
  const weight = await weightOf(page);
  const allowed = (await page.locator('article.letter').count()) > 0 ? mostWithSheet : most;
  for (const what of ['fonts', 'others', 'requests'] as const)
    expect.soft(weight[what], `${what} of a first visit`).toBeLessThanOrEqual(allowed[what]);
  const isExpected = (complaint: string) => complaint.includes(`a status of ${scene.refusal}`);
  expect
    .soft(
      complaints.filter((complaint) => !isExpected(complaint)),
      'console',
    )
    .toEqual([]);
}

/** In one question of the page's own: a locator brings a program of its own into every document. */
const firstLook = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.getAttribute('lang'),
    headings: [...document.querySelectorAll('h1')].filter(
      (heading) =>
        heading.checkVisibility({ visibilityProperty: true }) && heading.getClientRects().length > 0,
    ).length,
    isPublic: !document.documentElement.classList.contains('staff'),
  }));

async function lookInOtherColours(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await accessibilityFaults(page, { rules: ['color-contrast'] });
  expect.soft(faults, 'contrast on a dark screen').toEqual([]);
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  expect.soft(await edgelessButtons(page), 'buttons without an edge').toEqual([]);
  await page.emulateMedia({ forcedColors: null });
}

async function lookInLargeText(page: Page): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await lostInLargeText(page), `lost in letters twice as large, ${width} px`).toEqual([]);
  }
}

async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const isAtLink = await page.evaluate(() => document.activeElement?.matches('.skip-link') ?? false);
  expect.soft(isAtLink, 'skip link is the first stop').toBe(true);
  await page.keyboard.press('Enter');
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect.soft(focused, 'skip link leads to the content').toBe('noi-dung');
}

/** With SCREENSHOTS naming a folder, the run leaves three pictures of every page there, the last of a dark screen. */
async function takePictures(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: path.join(folder, `${name}-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: null });
}
