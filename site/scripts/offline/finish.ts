// Done with a device: what is finished is taken away from it, and what stays is said. Nothing that was not sent is deleted.
import { forgetDraft, readDraft } from '../draft-store.ts';
import { canKeepForm, dropForm, isAnyFormKept } from './form-copy.ts';
import { dropFinished } from './letters.ts';

const show = (name: string, count?: number) => {
  const told = document.querySelector<HTMLElement>(`[data-left=${name}]`);
  const place = told && told.querySelector('[data-count]');
  if (place && count !== undefined) place.textContent = String(count);
  if (told) told.hidden = false;
};

const draft = readDraft();
if (draft && draft.sending) forgetDraft();
else if (draft) show('draft');
if (canKeepForm()) void clear();

async function clear(): Promise<void> {
  try {
    const { unsent, unseen } = await dropFinished();
    if (unsent > 0) show('unsent', unsent);
    if (unseen > 0) show('unseen', unseen);
    // Where something waits, the form is the way to it, also without a line.
    if (unsent + unseen > 0 || !(await isAnyFormKept())) return;
    await dropForm();
    show('form');
  } catch {
    show('unknown');
  }
}
