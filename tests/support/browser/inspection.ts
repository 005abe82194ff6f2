// What is looked at on every page: its weight, its width, its focus, its words, its accessibility.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { contrastMark, keepJudged, markTexts } from './contrast.ts';
import { keepDistinct, linkMark, markLinks } from './links.ts';
import { keepTargets, markTargets, targetMark } from './targets.ts';

/**
 * What the page has cost over the wire until now, nothing being cached: bytes of its fonts and of all else, headers as the
 * browser reckons them, and how often it asked, the pictures of codes on a sheet counted as one.
 */
export const weightOf = (page: Page): Promise<{ fonts: number; others: number; requests: number }> =>
  page.evaluate(() => {
    const headerBytes = 300;
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const isFont = ({ name }: PerformanceResourceTiming) => name.endsWith('.woff2');
    const sum = (some: PerformanceResourceTiming[]) =>
      some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize + headerBytes, 0);
    return {
      fonts: sum(entries.filter(isFont)),
      others: sum(entries.filter((entry) => !isFont(entry))),
      requests: new Set(entries.map(({ name }) => (name.includes('/qr/') ? 'codes' : name))).size,
    };
  });

// Half as much to send into every page.
const axeSource = fs.readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Opens what is collapsed, so that all of the page is looked at; of very many, which are alike, the first dozen. */
export const openDisclosures = (page: Page) =>
  page.evaluate(() => {
    for (const details of [...document.querySelectorAll('details')].slice(0, 12)) details.open = true;
  });

type Asked = { rules?: readonly string[]; within?: string };

/**
 * What axe finds wrong, as `rule: where`; of all its rules or of those named, on the page or within a part of it. It is run
 * in the page itself, once per document: a fourth of the time.
 */
export async function accessibilityFaults(page: Page, asked: Asked = {}): Promise<string[]> {
  const ways = asked.rules?.includes('color-contrast') === false ? [] : await markTexts(page);
  if (ways.length === 0 && asked.rules?.join() === 'color-contrast') return [];
  if (!(await page.evaluate(() => 'axe' in window))) await giveAxe(page);
  const links = asked.rules?.includes('link-in-text-block') === false ? [] : await markLinks(page);
  // Axe asks for it by its name alone.
  const settings = asked.rules?.includes('target-size') ? await markTargets(page) : [];
  const { faults, passed } = await runAxe(page, asked);
  keepDistinct(links, passed['link-in-text-block'] ?? []);
  keepTargets(settings, passed['target-size'] ?? []);
  if (!keepJudged(ways, new Set(passed['color-contrast']))) return faults;
  await markTexts(page);
  const further = await runAxe(page, { rules: ['color-contrast'] });
  return [...new Set([...faults, ...further.faults])];
}

const sessions = new WeakMap<Page, CDPSession>();

/** By the browser's own wire: what it has compiled for the document before, it does not compile again. */
async function giveAxe(page: Page): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send('Runtime.evaluate', { expression: `${axeSource}; 0` });
}

type Result = {
  node: { selector: string[]; ancestry: string[]; element: Element };
  /** The checks that held, of those of which one is enough. */
  any: { id: string }[];
};
type RuleResult = { id: string; passes: Result[]; violations: Result[] };

// Of texts, links and targets axe judges those that are marked.
const marks: Record<string, string> = {
  'color-contrast': contrastMark,
  'link-in-text-block': linkMark,
  'target-size': targetMark,
};
// Of a link only this check says that it is good wherever it stands.
const checks: Record<string, string> = { 'link-in-text-block': 'link-in-text-block-style' };

/** The faults, and by rule the marks of what is good. */
const runAxe = (page: Page, asked: Asked): Promise<{ faults: string[]; passed: Record<string, number[]> }> =>
  page.evaluate(
    async ({ rules, within, marks, checks }) => {
      window.axe.configure({
        rules: Object.entries(marks).map(([id, mark]) => ({ id, selector: `[${mark}]` })),
      });
      const faults: string[] = [];
      const passed: Record<string, number[]> = {};
      // Axe's own report composes an address of every rule, whether anything is wrong or not.
      const report = (results: RuleResult[], _: unknown, done: (answer: object) => void) => {
        for (const { id, passes, violations } of results) {
          const mark = marks[id];
          const isGood = ({ any }: Result) => !checks[id] || any.some((held) => held.id === checks[id]);
          if (mark)
            passed[id] = passes.filter(isGood).map(({ node }) => Number(node.element.getAttribute(mark)));
          for (const { node } of violations)
            // Its shortest address would be the mark.
            faults.push(`${id}: ${(mark ? node.ancestry : node.selector).join(' ')}`);
        }
        done({});
      };
      await window.axe.run(within ?? document, {
        reporter: report as never,
        // What stands in a sandboxed frame is a picture, and answers nobody.
        iframes: false,
        ...(rules && { runOnly: [...rules] }),
      });
      return { faults, passed };
    },
    { ...asked, marks, checks },
  );

// They ask where things lie, how large they are and over what; all other rules ask what there is, and whether it is shown.
const layoutRules = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
// They ask what the parts of a page are beside each other.
const wholePageRules = [
  'bypass',
  'heading-order',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'page-has-heading-one',
  'region',
  'skip-link',
];
const pageHeader = 'body > header';

/**
 * What axe finds wrong at each width, as `width px: rule: where`. By all its rules at the first; at a further one by those
 * that another width can change, and again by all where other elements are shown than before: in the page's header, in
 * which nothing outside it has its name, or else everywhere.
 */
export async function faultsAt(page: Page, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  let before: Shown | undefined;
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const shown = await shownOn(page);
    const isSame = (part: keyof Shown) => shown[part] === before?.[part];
    const found = isSame('elsewhere')
      ? [
          ...(await accessibilityFaults(page, { rules: [...layoutRules, ...wholePageRules] })),
          ...(isSame('inHeader') ? [] : await accessibilityFaults(page, { within: pageHeader })),
        ]
      : await accessibilityFaults(page);
    for (const fault of new Set(found)) faults.push(`${width} px: ${fault}`);
    before = shown;
  }
  return faults;
}

type Shown = { inHeader: string; elsewhere: string };

/** For each element of the page in its order whether it is shown. */
const shownOn = (page: Page): Promise<Shown> =>
  page.evaluate((header) => {
    const shown = { inHeader: '', elsewhere: '' };
    for (const element of document.querySelectorAll('body *'))
      shown[element.closest(header) ? 'inHeader' : 'elsewhere'] += Number(
        element.checkVisibility({ visibilityProperty: true }),
      );
    return shown;
  }, pageHeader);

/** The buttons, and links that look like one, with no line around or under them: in forced colours they would be bare words. */
export const edgelessButtons = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main .button, main .big')]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        const { borderTopWidth, textDecorationLine } = getComputedStyle(button);
        return parseFloat(borderTopWidth) < 1 && textDecorationLine !== 'underline';
      })
      .map((button) => `${button.className} ${button.textContent?.trim().slice(0, 40)}`),
  );

/** The elements that stick out of the screen to the right when the page scrolls sideways. */
export const outsiders = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map(
        (element) => `${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`,
      );
  });

/** The controls whose focus cannot be seen; the keyboard was used last. */
export const unmarkedFocus = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((control) => {
        if (!control.checkVisibility() || control.matches('[type=hidden], :disabled')) return false;
        control.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        return document.activeElement !== control || outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
      })
      .map((control) => control.outerHTML.slice(0, 80)),
  );

const foreign =
  /\b(submit|error|loading|not found|invalid|required|undefined|null|NaN|object Object|search|home|back|next|previous|close|cancel|log ?in|log ?out|sign ?in|password|click|untitled|warning|success|failed)\b/gi;

/** Controls for files that the browser shows in its own language: no button of the page's stands in their place. */
export const bareFileControls = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input[type=file]')]
      .filter(
        (input) => input.getBoundingClientRect().width > 1 || !input.nextElementSibling?.matches('label'),
      )
      .map(({ id }) => id),
  );

/** English words, and what a program lets slip, in the text that can be read. */
export async function foreignWords(page: Page): Promise<string[]> {
  return (await page.evaluate(() => document.body.innerText)).match(foreign) ?? [];
}

/** The Vietnamese words of an English page that stand outside what is marked as Vietnamese: text, names and choices of controls. */
export const unmarkedVietnamese = (page: Page) =>
  page.evaluate(() => {
    const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/u;
    const isMarked = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === 'vi';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement?.closest('script, style, textarea')) continue;
      if (vietnamese.test(node.nodeValue ?? '') && !isMarked(parentElement)) found.push(node.nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
        const value = element.getAttribute(name) ?? '';
        if (vietnamese.test(value) && !isMarked(element)) found.push(value);
      }
    return found.map((text) => text.trim().slice(0, 80));
  });
