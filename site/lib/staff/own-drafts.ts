// What an officer has been writing on a page, as its forms take it up again.
import type { AstroGlobal } from 'astro';
import type { OwnDraft } from '../../../api/officer-drafts/draft.ts';

/** The drafts of whoever looks at this page, the newest first; none where they cannot be read for the moment. */
export async function draftsHere(astro: AstroGlobal): Promise<OwnDraft[]> {
  const answer = await astro.locals.api.api.staff.drafts.$get({ query: { page: astro.url.pathname } });
  return answer.ok ? (await answer.json()).drafts.filter(({ droppedAt }) => droppedAt === null) : [];
}

/** The draft of one form. */
export const draftFor = (drafts: readonly OwnDraft[], form: string): OwnDraft | undefined =>
  drafts.find((draft) => draft.form === form && draft.isOpen);

/** What was written for a form goes once the form went through; a step of a case takes its own draft along. */
export async function forgetDraft(astro: AstroGlobal, formToken: string, form: string): Promise<void> {
  const headers = { 'x-form-token': formToken };
  await astro.locals.api.api.staff.drafts.sent.$post(
    { json: { page: astro.url.pathname, form } },
    { headers },
  );
}
