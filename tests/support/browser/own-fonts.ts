// A page measured in the portal's own fonts, however long they take to come: on a first visit they are optional.
import type { Page } from 'playwright-core';

/** For the pages opened next; what is measured must wait for `document.fonts.ready`. */
export async function inOwnFonts(page: Page): Promise<void> {
  await page.route('**/_tep/*.css', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/font-display:\s*optional/g, 'font-display:block');
    await route.fulfill({ response: answer, body });
  });
}

export const fontsReady = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));
