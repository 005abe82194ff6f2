// The pages that officers work on all day, each with a case that stands there.
import { take } from '../support/browser/officer.ts';
import { openDesk } from '../support/process/desk.ts';
import { accountIn } from '../support/process/running-portal.ts';
import type { RunningPortal } from '../bench/starting.ts';
import type { Visit } from './first-text.ts';

/** Files two cases and leads one to who answers it. */
export async function officerVisits({ origin, dataDir }: RunningPortal): Promise<Visit[]> {
  const desk = await openDesk({ origin, account: (role) => accountIn(dataDir, role) });
  const fresh = await desk.caseAfter();
  const assigned = await desk.caseAfter('assign');
  const pageOf = ({ number }: typeof fresh) => `/can-bo/ho-so/${number}`;
  return [
    { name: '/can-bo', as: desk.as('TN'), open: (page) => page.goto('/can-bo') },
    { name: 'case to classify', as: desk.as('TN'), open: (page) => page.goto(pageOf(fresh)) },
    { name: 'case to answer', as: desk.as('XL'), open: (page) => page.goto(pageOf(assigned)) },
    {
      name: 'case refused',
      as: desk.as('TN'),
      async open(page) {
        await page.goto(pageOf(fresh));
        await take(page, 'classify');
        await page.locator('.error-summary').waitFor();
      },
    },
  ];
}
