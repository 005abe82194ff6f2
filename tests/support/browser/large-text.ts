// What is lost when a reader has all letters drawn twice as large (WCAG 2.1, 1.4.4): cut off, out of the screen, one over another.
import type { Page } from 'playwright-core';

/**
 * Doubles the letters of the page as it is shown now, says what is lost, and makes them as they were. What scrolls in its own
 * frame is not lost; nor is an excerpt whose whole stands elsewhere.
 */
export const lostInLargeText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = '225%';
    const lost = new Set<string>();
    const frames = '.table-frame, .sheet, pre';
    const unseen =
      '.visually-hidden, .skip-link, .excerpt, .stacks thead, svg, option, script, style, textarea';
    const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);

    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (clientWidth < 2 || (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 2)) continue;
      if (element.closest(`${unseen}, input, select`) || !element.checkVisibility()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      if (/hidden|clip/.test(overflowX + overflowY)) lost.add(`cut: ${words(element.textContent)}`);
      else if (scrollWidth > clientWidth + 2 && element.matches('button, .button, summary'))
        lost.add(`out of its button: ${words(element.textContent)}`);
    }

    type Line = { left: number; right: number; top: number; bottom: number; text: string };
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.nodeValue?.trim() || !parent || parent.closest(unseen)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      const frame = parent.closest(frames)?.getBoundingClientRect();
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 2) continue;
        // Scrolled out of its frame it lies over nothing.
        if (frame && (left >= frame.right || right <= frame.left)) continue;
        // Between the strokes of two lines there is room: their boxes may touch.
        const air = height * 0.22;
        lines.push({
          left: Math.max(left, frame ? frame.left : left) + 1,
          right: Math.min(right, frame ? frame.right : right) - 1,
          top: top + air,
          bottom: bottom - air,
          text: words(node.nodeValue),
        });
        if (right > root.clientWidth + 1 && !parent.closest(frames))
          lost.add(`out of the screen: ${words(node.nodeValue)}`);
      }
    }
    lines.sort((a, b) => a.top - b.top);
    for (const [index, one] of lines.entries())
      for (let next = index + 1; next < lines.length; next += 1) {
        const other = lines[next];
        if (!other || other.top >= one.bottom) break;
        if (one.left < other.right && other.left < one.right)
          lost.add(`one over another: ${one.text} | ${other.text}`);
      }
    root.style.fontSize = '';
    return [...lost];
  });
