// Every link of the public portal leads somewhere, and every page along the way, built or made on demand, is sound HTML.
import { expect, test } from 'vitest';
import { crawl } from '../support/process/crawl.ts';
import { openDesk } from '../support/process/desk.ts';
import { openRunningPortal } from '../support/process/running-portal.ts';

test('every address that a page leads to answers, and every page is sound', async () => {
  const portal = await openRunningPortal();
  try {
    const desk = await openDesk(portal);
    const { number } = await desk.caseAfter('publish');
    const { pages, faults } = await crawl(portal.origin, ['/', `/tra-loi/${number}`]);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(110);
  } finally {
    await portal.stop();
  }
});
