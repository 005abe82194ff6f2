// Keeps the answers of a survey in this browser while its box is ticked, for seven days; never the token.
import { forgetDrafts, keepAnswers, keptAnswers } from './survey-draft-store.ts';

const form = document.querySelector<HTMLFormElement>('form[data-survey]');
const tools = document.querySelector<HTMLElement>('[data-survey-tools]');
const tick = tools?.querySelector<HTMLInputElement>('input');
const told = tools?.querySelector('[data-draft-told]');
const token = new Set(['number', 'secret', 'session', 'idempotencyKey', 'acceptsIncomplete']);

if (form && tools && tick && told) {
  const round = form.dataset['survey'] ?? '';
  const isEmpty = form.dataset['fresh'] === 'yes';
  const said = () =>
    Object.fromEntries(
      [...new FormData(form)].filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && entry[1] !== '' && !token.has(entry[0]),
      ),
    );
  const draft = keptAnswers(round);
  if (draft && isEmpty) {
    for (const [name, value] of Object.entries(draft)) fillIn(form, name, value);
    tick.checked = true;
    told.textContent = 'Đã điền lại bản nháp lưu trên máy này.';
  }
  form.addEventListener('input', (event) => {
    if (tick.checked && event.target !== tick) keepAnswers(round, said());
  });
  tick.addEventListener('change', () => {
    if (tick.checked) keepAnswers(round, said());
    else forgetDrafts();
    told.textContent = tick.checked ? 'Đang giữ bản nháp trên máy này.' : 'Đã xóa bản nháp khỏi máy này.';
  });
}

function fillIn(inForm: HTMLFormElement, name: string, value: string): void {
  const field = inForm.elements.namedItem(name);
  if (field instanceof RadioNodeList) field.value = value;
  else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
  else if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
  else if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = value;
}
