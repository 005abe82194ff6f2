// Officers in the browser: signed in with their demonstration account, each in a session of their own.
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { StepName } from '../../../api/cases/lifecycle.ts';
import type { Role } from '../../../api/staff/roles.ts';
import { openVisitor, type Visitor } from './browser.ts';
import type { RunningPortal } from '../process/running-portal.ts';

/** Types the account of a role into the log-in form and sends it. */
export async function signIn(page: Page, portal: RunningPortal, role: Role): Promise<void> {
  const { email, password } = portal.account(role);
  await page.getByLabel('E-mail công vụ').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

export async function openOfficer(
  portal: RunningPortal,
  role: Role,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const officer = await openVisitor(portal.origin, options);
  await officer.page.goto('/can-bo/dang-nhap');
  await signIn(officer.page, portal, role);
  await officer.page.waitForURL('/can-bo');
  return officer;
}

/** The form of one step on the page of a case, and the button that takes it. */
export const stepForm = (page: Page, step: StepName) => page.locator(`#buoc-${step}`);
export const take = (page: Page, step: StepName) =>
  stepForm(page, step).locator('button[name="step"]').click();
export const took = (page: Page, label: string) => page.getByText(`Đã xong: ${label}`).waitFor();

/** Chooses from a list what begins like that: behind a name stands what that person has in hand. */
export async function chooseLike(list: Locator, words: RegExp): Promise<void> {
  const options = await list.locator('option').all();
  for (const option of options)
    if (words.test((await option.textContent())?.trim() ?? ''))
      return void (await list.selectOption({ value: (await option.getAttribute('value')) ?? '' }));
  throw new Error(`nothing to choose like ${words.source}`);
}
