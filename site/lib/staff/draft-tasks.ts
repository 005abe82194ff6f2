// What is done to a draft by a form: kept, thrown away, taken back; and where that leads.
import { draftDays } from '../../../api/officer-drafts/draft.ts';
import type { Values } from '../form/form.ts';
import { returnPath } from '../form/return-path.ts';
import { draftValues } from './draft-fields.ts';

type Drafts = App.Locals['api']['api']['staff']['drafts'];
type Auth = { headers: { 'x-form-token': string } };

/** How long a draft is kept, in words. */
export const keptFor = `${draftDays} ngày sau lần sửa cuối`;

export async function doToDraft(drafts: Drafts, values: Values, auth: Auth) {
  // What was typed before the session ended is thrown away by whoever reads the form (kept-form.ts).
  if (values['keptForm'] === 'drop')
    return { ok: true, status: 204, headers: new Headers(), json: async () => ({}) };
  const { draftTask, draftPage = '', draftForm = '', draftAddress = '', draftRevision } = values;
  const param = { id: values['draftId'] ?? '' };
  if (draftTask === 'take-back') return await drafts[':id']['take-back'].$post({ param }, auth);
  if (!draftForm) return await drafts[':id'].drop.$post({ param }, auth);
  const kept = await drafts.$post(
    {
      json: {
        page: draftPage,
        form: draftForm,
        address: returnPath(draftAddress),
        values: draftValues(Object.entries(values)),
        revision: Number(draftRevision) || 0,
      },
    },
    auth,
  );
  // What was typed after the last keeping is thrown away with it, and comes back with it.
  if (draftTask !== 'drop' || !kept.ok) return kept;
  const { id } = await kept.json();
  const dropped = await drafts[':id'].drop.$post({ param: { id } }, auth);
  values['draftId'] = id;
  return dropped;
}

/** Back to the form, or to the page with the way to take the draft back. */
export function afterDraftTask({ draftTask, draftForm, draftAddress, draftId = '' }: Values): string {
  const to = new URL(returnPath(draftAddress), 'http://portal.internal');
  to.searchParams.delete('bo-nhap');
  to.searchParams.delete('xong');
  if (draftTask === 'drop') to.searchParams.set('bo-nhap', draftId);
  const hash = draftForm && draftTask === 'keep' ? `#nhap-${draftForm}` : '';
  return to.pathname + to.search + hash;
}
