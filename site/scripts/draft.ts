// Keeps a draft of the form while its box is ticked, and fills an empty form in again.
import { say, spoken } from './say.ts';
import { canKeep, type Draft, forgetDraft, keepDraft, readDraft } from './draft-store.ts';

const box = document.querySelector<HTMLElement>('[data-draft-box]');
const note = document.querySelector<HTMLElement>('[data-draft-note]');
const form = box?.closest('form');
const tick = box?.querySelector('input');
const state = box?.querySelector('[role=status]');
const told = note?.querySelector('[data-draft-told]');
const drop = note?.querySelector('button');

// Which fields may be kept, and which of them hold words, stands with the fields themselves.
const namesIn = (list: string | undefined) => list?.split(' ') ?? [];
const keptFields = namesIn(box?.dataset['draftFields']);
const words = namesIn(box?.dataset['draftWords']);

if (box && note && form && tick && state && told && drop && canKeep()) {
  const field = (name: string) =>
    form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | RadioNodeList | null;
  const typed = (): Draft['values'] =>
    Object.fromEntries(keptFields.map((name) => [name, field(name)?.value ?? '']));
  const fillIn = (values: Draft['values']) => {
    for (const name of keptFields) {
      const control = field(name);
      if (control instanceof RadioNodeList)
        for (const radio of control)
          (radio as HTMLInputElement).checked = (radio as HTMLInputElement).value === values[name];
      else if (control) control.value = values[name] ?? '';
    }
  };
  const keep = () => keepDraft({ savedAt: Date.now(), values: typed() });

  const before = typed();
  const draft = readDraft();
  const isEmpty = words.every((name) => !before[name]);
  box.hidden = false;
  tick.checked = draft !== undefined;
  if (draft && isEmpty) {
    fillIn(draft.values);
    const when = new Intl.DateTimeFormat(spoken === 'en' ? 'en-GB' : 'vi-VN', {
      hour: '2-digit',
      minute: '2-digit',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    });
    note.hidden = false;
    told.textContent = say.draftFilled(when.format(draft.savedAt));
  } else if (draft) keep();

  form.addEventListener('input', (event) => {
    if (tick.checked && event.target !== tick) keep();
  });
  tick.addEventListener('change', () => {
    if (tick.checked) keep();
    else forgetDraft();
    state.textContent = tick.checked ? say.draftKept : say.draftDropped;
  });
  form.addEventListener('submit', ({ submitter }) => {
    if (submitter?.getAttribute('value') === 'discard') forgetDraft();
  });
  drop.addEventListener('click', () => {
    forgetDraft();
    fillIn(before);
    tick.checked = false;
    drop.hidden = true;
    told.textContent = say.draftAnew;
  });
}
