// Which texts of a page axe has to judge by their contrast: each way of being drawn once per worker, not each word of each page.
import type { Page } from 'playwright-core';

/** Stands on the texts that axe looks at, with the place of their way in what `markTexts` tells. */
export const contrastMark = 'data-contrast';

// Ways of being drawn that axe has found good; and those of which it has not said anything of one text, so that all are judged.
const good = new Set<string>();
const undecided = new Set<string>();

/**
 * Marks the texts to judge, as the page is shown now, and says how they are drawn: colour, size, weight and all that is
 * painted under them, and how what they do not stand in lies beside them. Where the same was found good before, axe would say
 * the same again. What has to do with pictures or is seen through is marked whatever it looks like; its way is ''.
 */
export const markTexts = (page: Page): Promise<string[]> =>
  page.evaluate(mark, { name: contrastMark, good: [...good], undecided: [...undecided] });

/** Keeps what axe has said of the marked texts; true when some further ones must be judged. */
export function keepJudged(ways: readonly string[], passed: ReadonlySet<number>): boolean {
  const hasPassed = (way: string) => ways.some((one, index) => one === way && passed.has(index));
  let isUnclear = false;
  for (const way of ways) {
    if (way === '') continue;
    if (hasPassed(way)) good.add(way);
    else if (!undecided.has(way)) {
      // The one that was asked for is of those that axe leaves alone, such as one out of sight; others may not be.
      undecided.add(way);
      isUnclear = true;
    }
  }
  return isUnclear;
}

/** Runs in the page. */
function mark(known: { name: string; good: string[]; undecided: string[] }): string[] {
  const good = new Set(known.good);
  const undecided = new Set(known.undecided);
  const roots: (Element | null)[] = [document.documentElement, document.body];
  const isText = ({ nodeType, nodeValue }: Node) => nodeType === Node.TEXT_NODE && /\S/.test(nodeValue ?? '');

  type Paint = { color: string; isPlain: boolean; rect: DOMRect };
  const paints = new Map<Element, Paint>();
  const texts: Element[] = [];
  for (const element of document.querySelectorAll('html, body, body *')) {
    element.removeAttribute(known.name);
    if (element.matches('script, style, option, svg *')) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const isPlain =
      style.backgroundImage === 'none' &&
      style.filter === 'none' &&
      style.mixBlendMode === 'normal' &&
      style.opacity === '1' &&
      !element.matches('svg, img, canvas, video, iframe, object');
    const color = style.backgroundColor;
    if (!isPlain || color !== 'rgba(0, 0, 0, 0)')
      paints.set(element, { color, isPlain, rect: element.getBoundingClientRect() });
    if (element.matches('input, select, textarea') || [...element.childNodes].some(isText))
      texts.push(element);
  }

  const touch = (one: DOMRect, other: DOMRect) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const holds = (outer: DOMRect, inner: DOMRect) =>
    outer.left <= inner.left + 1 &&
    outer.right >= inner.right - 1 &&
    outer.top <= inner.top + 1 &&
    outer.bottom >= inner.bottom - 1;

  const nameOf = ({ tagName, className }: Element) => `${tagName}.${String(className)}`;

  function wayOf(element: Element): string {
    const rect = element.getBoundingClientRect();
    const beside = (other: DOMRect) =>
      [
        other.left - rect.left,
        other.top - rect.top,
        other.right - rect.left,
        other.bottom - rect.top,
        rect.width,
        rect.height,
      ]
        .map(Math.round)
        .join();
    const under: string[] = [];
    let isCovered = false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const paint = paints.get(at);
      if (!paint) continue;
      if (!paint.isPlain) return '';
      if (isCovered) continue;
      const isWithin = roots.includes(at) || holds(paint.rect, rect);
      under.push(isWithin ? paint.color : `${paint.color} ${nameOf(at)} ${beside(paint.rect)}`);
      isCovered = paint.color.startsWith('rgb(');
    }
    for (const [other, { rect: painted, color, isPlain }] of paints) {
      if (!touch(painted, rect) || other.contains(element) || element.contains(other)) continue;
      if (!isPlain) return '';
      const order = element.compareDocumentPosition(other);
      under.push(`beside ${order} ${nameOf(element)} ${nameOf(other)} ${color} ${beside(painted)}`);
    }
    const { color, fontSize, fontWeight, textShadow, webkitTextStrokeWidth } = getComputedStyle(element);
    if (textShadow !== 'none' || parseFloat(webkitTextStrokeWidth)) return '';
    return [color, fontSize, fontWeight, ...under, isCovered ? '' : 'canvas'].join(' ');
  }

  // Before the page's start no scrolling leads: axe says nothing of what lies there, such as a skip link without the focus.
  const isBeforeStart = (element: Element) => {
    const { right, bottom } = element.getBoundingClientRect();
    return right + scrollX <= 0 || bottom + scrollY <= 0;
  };

  const ways: string[] = [];
  for (const element of texts) {
    if (isBeforeStart(element)) continue;
    const way = wayOf(element);
    if (good.has(way)) continue;
    if (way !== '' && !undecided.has(way) && ways.includes(way)) continue;
    element.setAttribute(known.name, String(ways.length));
    ways.push(way);
  }
  return ways;
}
