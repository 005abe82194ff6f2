// Which links of a page axe has to judge by whether they are seen among the words around them: each way of being drawn once per worker.
import type { Page } from 'playwright-core';

/** Stands on the links that axe looks at, with the place of their way in what `markLinks` tells. */
export const linkMark = 'data-link';

// Ways of being drawn by which axe has found a link distinct from the block that it stands in.
const distinct = new Set<string>();

/**
 * Marks the links to judge, as the page is shown now, and says how each is drawn, and the block around it: all that axe
 * compares but the colours. A link in no block is marked whatever it looks like; its way is ''.
 */
export const markLinks = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ mark, known }) => {
      const distinct = new Set(known);
      const isBlock = (element: Element) =>
        /^(block|list-item|table|flex|grid|inline-block)$|^table-/.test(getComputedStyle(element).display);
      const letters = (style: CSSStyleDeclaration) =>
        [
          style.fontFamily,
          style.fontWeight,
          style.fontStyle,
          style.fontSize,
          style.textDecorationLine,
          style.textDecorationStyle,
          style.textDecoration,
        ].join();
      const edges = (style: CSSStyleDeclaration) =>
        ['border-top', 'border-bottom', 'outline'].map((edge) =>
          ['color', 'style', 'width'].map((what) => style.getPropertyValue(`${edge}-${what}`)).join(),
        );
      const ways: string[] = [];
      for (const link of document.querySelectorAll('a[href], [role=link]')) {
        link.removeAttribute(mark);
        let block = link.parentElement;
        while (block && !isBlock(block)) block = block.parentElement;
        const style = getComputedStyle(link);
        const own = [style.display, style.backgroundImage, letters(style), ...edges(style)];
        const way = block ? [...own, letters(getComputedStyle(block))].join('; ') : '';
        if (distinct.has(way)) continue;
        link.setAttribute(mark, String(ways.length));
        ways.push(way);
      }
      return ways;
    },
    { mark: linkMark, known: [...distinct] },
  );

/** Keeps what axe has found distinct by more than its colour: places in `ways`. */
export function keepDistinct(ways: readonly string[], passed: readonly number[]): void {
  for (const index of passed) if (ways[index]) distinct.add(ways[index]);
}
