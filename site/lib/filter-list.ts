// Filters the list of procedures in place while one types; without it the form asks the server.
import { matches } from '../../api/procedures/match.ts';

const form = document.querySelector<HTMLFormElement>('form[data-in-place]');
const input = form?.querySelector<HTMLInputElement>('input[name="q"]');

if (form && input) {
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', () => filter(form, input.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    filter(form, input.value);
  });
  filter(form, input.value);
}

function filter(asked: HTMLFormElement, query: string): void {
  let found = 0;
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
    const rows = [...group.querySelectorAll<HTMLElement>('[data-find]')];
    for (const row of rows) row.hidden = !matches(row.dataset['find'] ?? '', query);
    const shown = rows.filter((row) => !row.hidden).length;
    group.hidden = shown === 0;
    found += shown;
  }
  const status = asked.querySelector('[role="status"]');
  if (status) status.textContent = query.trim() ? sentence(found) : '';
}

function sentence(found: number): string {
  if (found === 0) return 'Không có thủ tục nào khớp. Hãy bớt từ hoặc thử từ khác.';
  return `Tìm thấy ${found} thủ tục.`;
}
