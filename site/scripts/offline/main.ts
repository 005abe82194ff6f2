// The form without a line: kept in this browser when asked, letters that wait in it, and all of it taken away by one button.
import { dayIn } from '../../lib/words/day.ts';
import { inLanguage } from '../../texts/catalogue.ts';
import { offline } from '../../texts/offline.ts';
import { forgetDraft } from '../draft-store.ts';
import { spoken } from '../say.ts';
import { bodyFrom, type Fields, missingIn, type Values } from './body.ts';
import { canKeepForm, dropForm, isAnyFormKept, isFormKept, keepForm, refreshForm } from './form-copy.ts';
import { asSender, drop, dropUnsent, enqueue, letters, note, type OpenLetter } from './letters.ts';
import { sendWaiting } from './send.ts';
import { dropAll } from './store.ts';
import { standingWords } from './words.ts';

const say = inLanguage(offline, spoken);
const everyMs = 60_000;
const patienceMs = 8_000;

const box = document.querySelector<HTMLElement>('[data-offline]');
const list = document.querySelector<HTMLElement>('[data-offline-list]');
const form = document.querySelector<HTMLFormElement>('form[data-case-form]');
if (box && list && form && canKeepForm()) void start(box, list, form);

async function start(box: HTMLElement, list: HTMLElement, form: HTMLFormElement): Promise<void> {
  const fields = JSON.parse(box.dataset['fields'] || '{}') as Fields;
  const find = <One extends Element>(name: string) => box.querySelector<One>(`[data-${name}]`);
  const [keep, clear, state] = [
    find<HTMLButtonElement>('keep'),
    find<HTMLButtonElement>('clear'),
    find('state'),
  ];
  const asking = document.querySelector<HTMLElement>('[data-offline-ask]');
  const wait = asking && asking.querySelector('button');
  const told = asking && asking.querySelector('[role=alert]');
  if (!keep || !clear || !state || !asking || !wait || !told) return;
  let isKept = await isFormKept();
  let isAnyKept = await isAnyFormKept();
  let pressed: HTMLButtonElement | null = null;
  let goesOn = false;

  const show = async () => {
    const waiting = await letters();
    const focused = document.activeElement;
    keep.hidden = isKept;
    clear.hidden = !isAnyKept && waiting.length === 0;
    // Whoever goes by the keys is not sent back to the top of the page by a button that is gone.
    if (focused === keep && keep.hidden) clear.focus();
    if (focused === clear && clear.hidden) keep.focus();
    list.textContent = '';
    for (const letter of waiting) list.append(lineFor(letter));
    if (document.visibilityState === 'visible')
      for (const letter of waiting)
        if (letter.receipt && !letter.isShown) await note(letter, { isShown: true });
  };
  const sendNow = async () => {
    await sendWaiting().catch(() => false);
    await show();
  };

  function lineFor(letter: OpenLetter): HTMLElement {
    const line = document.createElement('div');
    line.className = 'waiting';
    const words = document.createElement('p');
    words.textContent = standingWords(letter, spoken);
    if (letter.refused && !letter.receipt) {
      // As the portal said it then, maybe in the other language.
      const said = document.createElement('span');
      said.lang = letter.refusedIn || 'vi';
      said.textContent = letter.refused.join(' ');
      words.append(said);
    }
    line.append(words);
    const button = (text: string, deed: () => unknown) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.addEventListener('click', () => void deed());
      line.append(made);
      return made;
    };
    if (letter.receipt) {
      const code = document.createElement('p');
      code.textContent = say.codes(letter.receipt.secret, dayIn(spoken, letter.receipt.dueOn));
      line.append(code);
      button(say.dropTaken, () => drop(letter).then(show));
      return line;
    }
    if (letter.isTaken) {
      button(say.dropRead, () => drop(letter).then(show));
      return line;
    }
    const twice = (text: string, again: string, deed: () => unknown, isSure = () => false) => {
      const made = button(text, () => {
        if (made.dataset['sure'] || isSure()) return deed();
        made.dataset['sure'] = '1';
        made.textContent = again;
        return undefined;
      });
    };
    if (letter.refused)
      twice(
        say.takeBack,
        say.takeBackSure,
        () => takeBack(letter),
        () => !isWriting(),
      );
    else button(say.sendNow, sendNow);
    // What may have been taken is asked for first: who drops it would lose its codes.
    if (!letter.isUnsure) twice(say.drop, say.dropSure, () => dropUnsent(letter).then(show));
    return line;
  }

  const isWriting = () => [...form.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '');
  const valuesNow = (): Values => {
    const values: Values = {};
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') values[name] = value;
    });
    return values;
  };
  const filesNow = () =>
    [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((input) => [
      ...(input.files || []),
    ]);

  async function takeBack(letter: OpenLetter): Promise<void> {
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
        control.checked = letter.values[control.name] === control.value;
      else if (
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement ||
        (control instanceof HTMLInputElement && control.type !== 'file' && control.type !== 'hidden')
      )
        if (letter.values[control.name] !== undefined) control.value = letter.values[control.name] || '';
    }
    form.scrollIntoView();
    state!.textContent = say.takenBack;
  }

  keep.addEventListener('click', async () => {
    state.textContent = say.keeping;
    try {
      await keepForm();
      isKept = isAnyKept = true;
      state.textContent = say.kept;
    } catch {
      await dropForm().catch(() => undefined);
      state.textContent = say.notKept;
    }
    await show();
  });
  clear.addEventListener('click', async () => {
    const held = await letters();
    const codes = held.filter(({ receipt }) => receipt).length;
    if (held.length > 0 && !clear.dataset['sure']) {
      clear.dataset['sure'] = '1';
      clear.textContent = say.clearSure(
        held.filter(({ receipt, isTaken }) => !receipt && !isTaken).length,
        codes,
      );
      return;
    }
    // A letter that is being sent now would come back with its receipt.
    const isGone = await asSender(
      async () => {
        await dropForm();
        await dropAll();
        return true;
      },
      { waits: false },
    );
    if (isGone) isKept = isAnyKept = false;
    state.textContent = isGone ? say.cleared : say.clearLater;
    await show();
  });

  // Chrome 80 and Safari 13 do not say which button a form was sent by.
  form.addEventListener('click', ({ target }) => {
    pressed = target instanceof Element ? target.closest('button') : null;
  });
  // Before all who would send it.
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form || !isKept) return;
      if (goesOn) {
        goesOn = false;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      void (async () => {
        const button = pressed;
        if ((await isReachable()) && button) {
          goesOn = true;
          button.click();
        } else ask();
      })();
    },
    true,
  );

  function ask(): void {
    const missing = missingIn(fields, valuesNow());
    asking!.hidden = false;
    wait!.hidden = missing.length > 0;
    told!.textContent =
      missing.length > 0 ? say.missing(missing.map(([, words]) => words).join(' ')) : say.mayWait;
    const [first] = missing;
    const control = first && form.elements.namedItem(first[0]);
    if (control instanceof HTMLElement) control.focus();
  }

  wait.addEventListener('click', async () => {
    const values = valuesNow();
    const missing = missingIn(fields, values);
    if (missing.length > 0) return ask();
    wait.disabled = true;
    try {
      await enqueue(values, bodyFrom(fields, values), filesNow());
      form.reset();
      forgetDraft();
      asking.hidden = true;
      await show();
      list.scrollIntoView();
      void sendNow();
    } catch {
      told.textContent = say.noRoom;
    }
    wait.disabled = false;
  });

  box.hidden = false;
  await show();
  if (isKept) void refreshForm(Date.now());
  void sendNow();
  addEventListener('online', () => void sendNow());
  setInterval(() => {
    if (document.visibilityState === 'visible') void sendNow();
  }, everyMs);
}

/** Whether the portal answers now: what a browser says of its line is not always true. */
async function isReachable(): Promise<boolean> {
  if (navigator.onLine === false) return false;
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs));
  // A network that asks for a log-in answers too, with a page of its own.
  const asked = fetch('/api/ready', { cache: 'no-store', credentials: 'omit' }).then(
    ({ headers }) => /json/.test(headers.get('content-type') || ''),
    () => false,
  );
  return await Promise.race([asked, late]);
}
