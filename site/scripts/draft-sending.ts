// Marks the draft when its letter is handed in, so that the confirmation takes this one away and no later one.
import { keepDraft, readDraft } from './draft-store.ts';

document.addEventListener('submit', ({ submitter }) => {
  const draft = readDraft();
  if (draft && submitter?.getAttribute('value') === 'send') keepDraft({ ...draft, sending: true });
});
