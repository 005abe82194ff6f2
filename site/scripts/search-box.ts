// Suggests procedures under the search field while one types: a combobox with a list (WAI-ARIA 1.2). The form works without it.
import type { Catalogue, PlainWords, Suggestions } from '../../api/search/quick.ts';
import { type EnglishWords, withEnglish } from '../../api/search/english.ts';
import { say, spoken } from './say.ts';
import { piecesOf } from '../lib/content/marked.ts';

const most = 7;
type Quick = (query: string, most: number) => Suggestions;

/** What each procedure is about in English, on an English page. */
let abouts: ReadonlyMap<string, string> = new Map();
let fetched: Promise<Quick> | undefined;
const quick = () =>
  (fetched ??= Promise.all([
    // What understands the words comes with the first touch of the field, beside the names: no page waits for it.
    import('../../api/search/quick.ts'),
    jsonAt('/tim-kiem/danh-muc.json') as Promise<Catalogue>,
    // Without it the names of procedures are suggested all the same.
    (jsonAt('/tim-kiem/loi-noi.json') as Promise<PlainWords>).catch(() => ({})),
    spoken === 'en' ? (jsonAt('/en/search/words.json') as Promise<EnglishWords>) : undefined,
  ]).then(([{ createQuick }, catalogue, plain, english]) => {
    if (!english) return createQuick(catalogue, plain);
    abouts = new Map(english.procedures.map(({ procedure, about }) => [procedure, about]));
    const { wishes = [], ...rules } = withEnglish({ ...catalogue.rules, ...plain }, english);
    return createQuick({ ...catalogue, rules }, { ...plain, wishes });
  }));

async function jsonAt(address: string): Promise<unknown> {
  return (await fetch(address)).json();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-box]')) open(form);

function open(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  const list = form.querySelector<HTMLElement>('[data-suggestions]');
  const status = form.querySelector('[role="status"]');
  if (!input || !list || !status) return;
  let active = -1;

  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  const options = () => [...list.children] as HTMLElement[];
  const isOpen = () => !list.hidden;

  function close(): void {
    list!.hidden = true;
    activate(-1);
    input!.setAttribute('aria-expanded', 'false');
  }

  function activate(at: number): void {
    active = at;
    for (const [place, option] of options().entries())
      option.setAttribute('aria-selected', String(place === at));
    const option = options()[at];
    if (option) input!.setAttribute('aria-activedescendant', option.id);
    else input!.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  async function suggest(): Promise<void> {
    const query = input!.value;
    let found: Suggestions = { found: [], total: 0, elsewhere: null };
    try {
      // What a bad line does not bring is not missed: the form asks the server.
      if (query.trim()) found = (await quick())(query, most);
    } catch {
      fetched = undefined;
    }
    if (query !== input!.value) return;
    const first = found.elsewhere ? [elsewhereOption(found.elsewhere, query, `${list!.id}-khac`)] : [];
    list!.textContent = '';
    list!.append(...first, ...found.found.map((one, at) => optionOf(one, `${list!.id}-${at}`)));
    list!.hidden = list!.children.length === 0;
    activate(-1);
    input!.setAttribute('aria-expanded', String(isOpen()));
    status!.textContent = !query.trim()
      ? ''
      : found.elsewhere
        ? say.elsewhere(found.elsewhere.title, found.elsewhere.body)
        : found.total === 0
          ? say.noSuggestion
          : say.suggestions(found.total);
  }

  const go = (option: HTMLElement | undefined) => {
    if (option?.dataset['to']) location.assign(option.dataset['to']);
  };

  input.addEventListener('focus', () => void quick().catch(() => (fetched = undefined)), { once: true });
  input.addEventListener('input', () => void suggest());
  input.addEventListener('blur', close);
  // The field keeps the focus while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) =>
    go((event.target as HTMLElement).closest<HTMLElement>('[role="option"]') ?? undefined),
  );
  input.addEventListener('keydown', (event) => {
    const last = options().length - 1;
    const to: Record<string, () => void> = {
      ArrowDown: () =>
        isOpen() ? activate(event.altKey ? active : active >= last ? 0 : active + 1) : void suggest(),
      ArrowUp: () =>
        isOpen() ? (event.altKey ? close() : activate(active <= 0 ? last : active - 1)) : undefined,
      Escape: () => (isOpen() ? close() : ((input.value = ''), void suggest())),
      ...(active >= 0 && {
        Home: () => activate(0),
        End: () => activate(last),
        Enter: () => go(options()[active]),
      }),
    };
    const act = event.isComposing ? undefined : to[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

// Another body's matter leads to the whole answer, which the server gives.
function elsewhereOption(
  { title, body }: NonNullable<Suggestions['elsewhere']>,
  query: string,
  id: string,
): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.dataset['to'] =
    `${spoken === 'en' ? '/en/search' : '/tim-kiem'}?${new URLSearchParams({ q: query })}`;
  const name = document.createElement('span');
  name.textContent = title;
  const about = document.createElement('small');
  about.textContent = say.notOurs(body);
  option.append(name, about);
  return option;
}

function optionOf({ title, slug, field, highlights }: Suggestions['found'][number], id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.dataset['to'] = `${spoken === 'en' ? '/en/procedures' : '/thu-tuc'}/${slug}`;
  const name = document.createElement('span');
  for (const { text, marked } of piecesOf(title, highlights)) {
    const piece = marked ? document.createElement('mark') : document.createElement('span');
    piece.textContent = text;
    name.append(piece);
  }
  const about = document.createElement('small');
  const english = abouts.get(slug);
  if (spoken === 'en') name.lang = 'vi';
  about.textContent = english ?? (/^\d\.\d{6}$/.test(slug) ? `${slug} · ${field}` : field);
  option.append(name, about);
  return option;
}
