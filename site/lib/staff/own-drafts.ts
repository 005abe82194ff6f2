// What an officer has been writing on a page, as its forms take it up again.
import type { AstroGlobal } from 'astro';
import type { OwnDraft } from '../../../api/officer-drafts/draft.ts';

/** The drafts of whoever looks at this page, the newest first; none where they cannot be read for the moment. */
export const draftsHere = async (astro: AstroGlobal): Promise<OwnDraft[]> => (await allHere(astro)).drafts;

/** The same beside those that others have handed over and that nobody has taken up. */
export async function allHere(astro: AstroGlobal): Promise<{ drafts: OwnDraft[]; handed: OwnDraft[] }> {
  const answer = await astro.locals.api.api.staff.drafts.$get({ query: { page: astro.url.pathname } });
  const all = answer.ok ? (await answer.json()).drafts : [];
  return { drafts: all.filter(({ droppedAt }) => droppedAt === null), handed: all.filter(isHanded) };
}

/** Whether a draft was handed over and waits to be taken up. */
export const isHanded = ({ writer, droppedAt }: OwnDraft): boolean => writer !== null && droppedAt !== null;

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
