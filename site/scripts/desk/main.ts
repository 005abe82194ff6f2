// On every page of staff: what is written keeps itself, and a page with something unsaved asks before it is left.
import { keepForm, type Keeper } from './draft.ts';
import { obeyKeys } from './keys.ts';
import { keepPresence } from './presence.ts';

// Of officers who are signed in: nobody is asked whether to leave the log-in.
const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')].filter(
  (form) => form.elements.namedItem('formToken') !== null,
);
const keepers: Keeper[] = forms.map((form) => {
  const box = form.querySelector<HTMLElement>('[data-draft]');
  return box ? keepForm(form, box) : watched(form);
});

/** A form of a few short fields: nothing keeps it, but what is typed there is not left unasked. */
function watched(form: HTMLFormElement): Keeper {
  let isUnsaved = false;
  form.addEventListener('input', ({ target }) => {
    const isTyped = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (isTyped && !['checkbox', 'radio', 'file', 'password'].includes(target.type)) isUnsaved = true;
  });
  form.addEventListener('submit', () => {
    isUnsaved = false;
  });
  return { isUnsaved: () => isUnsaved, keep: () => undefined, leave: () => undefined };
}

addEventListener('beforeunload', (event) => {
  if (keepers.some((keeper) => keeper.isUnsaved())) event.preventDefault();
});
addEventListener('pagehide', () => {
  for (const keeper of keepers) keeper.leave();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const keeper of keepers) keeper.keep();
});

const presence = document.querySelector<HTMLElement>('[data-presence]');
if (presence) keepPresence(presence);
const keys = document.querySelector<HTMLElement>('[data-shortcuts]');
if (keys) obeyKeys(keys);
