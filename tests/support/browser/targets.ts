// Which controls of a page axe has to judge by their size: those that are small beside another, or touch one.
import type { Page } from 'playwright-core';

/** Stands on the controls that axe looks at, with the place of their setting in what `markTargets` tells. */
export const targetMark = 'data-target';

// Settings in which axe has found a control large enough.
const good = new Set<string>();

/**
 * Marks the controls to judge, as the page is shown now, and says how each lies among the others. One passes (WCAG 2.2,
 * 2.5.8) where it has 24 px and no other touches it, and where no other is within 24 px of it, whatever its size: of these,
 * and of one that lay among the same before, axe would say the same.
 */
export const markTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ mark, known }) => {
      const least = 24;
      const good = new Set(known);
      const controls =
        'a[href], button, input, select, textarea, summary, [tabindex][role], [contenteditable], iframe';
      const shown = [...document.querySelectorAll(controls)]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, rect: element.getBoundingClientRect() }));
      const touch = (one: DOMRect, other: DOMRect, margin: number) =>
        one.left - margin < other.right &&
        other.left < one.right + margin &&
        one.top - margin < other.bottom &&
        other.top < one.bottom + margin;
      const nameOf = (element: Element) =>
        [
          element.tagName,
          element.className,
          element.getAttribute('role'),
          element.getAttribute('tabindex'),
        ].join('.');
      const settings: string[] = [];
      for (const { element, rect } of shown) {
        element.removeAttribute(mark);
        const isLarge = rect.width >= least && rect.height >= least;
        const needed = isLarge ? 0 : least;
        if (shown.every((other) => other.element === element || !touch(rect, other.rect, needed))) continue;
        const around = shown
          .filter((other) => other.element !== element && touch(rect, other.rect, least))
          .map((other) => {
            const order = element.compareDocumentPosition(other.element);
            const { left, top, right, bottom } = other.rect;
            const sides = [left - rect.left, top - rect.top, right - rect.left, bottom - rect.top];
            return `${order} ${nameOf(other.element)} ${sides.map(Math.round).join()}`;
          });
        const size = [rect.width, rect.height].map(Math.round).join();
        const lines = element.getClientRects().length;
        const setting = [nameOf(element), size, lines, ...around].join('; ');
        if (good.has(setting)) continue;
        element.setAttribute(mark, String(settings.length));
        settings.push(setting);
      }
      return settings;
    },
    { mark: targetMark, known: [...good] },
  );

/** Keeps what axe has found large enough: places in `settings`. */
export function keepTargets(settings: readonly string[], passed: readonly number[]): void {
  for (const index of passed) {
    const setting = settings[index];
    if (setting !== undefined) good.add(setting);
  }
}
