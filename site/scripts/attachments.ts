// Files of a form: smaller photographs, how far the sending is, a broken line that loses nothing. Without it the form posts itself.
import { say as words } from './say.ts';
import { addUp } from './camera.ts';
import { tellChosen } from './file-input.ts';
import { filesToSend, tend } from './photo/chosen.ts';
import { post, type Outcome } from './sending/post.ts';
import { showInstead } from './sending/show.ts';
import {
  brokenWords,
  isReadOut,
  laterWords,
  offlineWords,
  percentOf,
  progressWords,
  stoppedWords,
} from './sending/words.ts';

lookAfter(document);

function lookAfter(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-attachments]')) {
    const list = field.querySelector<HTMLElement>('[data-photos]');
    field.querySelectorAll<HTMLInputElement>('input[capture]').forEach(addUp);
    for (const input of field.querySelectorAll<HTMLInputElement>('input[type=file]'))
      if (list) tend(input, list.appendChild(document.createElement('div')));
    const form = field.closest('form');
    const box = field.querySelector('template')?.content.firstElementChild;
    if (form && box) watch(form, box);
  }
}

function watch(form: HTMLFormElement, box: Element): void {
  const bar = box.querySelector('progress');
  const told = box.querySelector('[data-sending-told]');
  const readOut = box.querySelector('[role=status]');
  const stop = box.querySelector('button');
  const inputs = () => [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
  let pressed: HTMLButtonElement | null = null;
  let isUnderWay = false;

  const say = (words: string, { aloud = true } = {}) => {
    if (told) told.textContent = words;
    if (readOut && aloud) readOut.textContent = words;
  };

  // Chrome 80 and Safari 13 do not say which button a form was sent by.
  form.addEventListener('click', ({ target }) => {
    pressed = target instanceof Element ? target.closest('button') : null;
  });
  form.addEventListener('submit', (event) => {
    const hasFiles = inputs().some(({ files }) => files && files.length > 0);
    if (event.defaultPrevented || !hasFiles || (pressed && pressed.value === 'discard')) return;
    event.preventDefault();
    if (!isUnderWay) void send(pressed);
  });
  // Gone back to: nothing is under way any more.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) rest();
  });

  function rest(): void {
    isUnderWay = false;
    if (bar) bar.hidden = true;
    if (stop) stop.hidden = true;
  }

  async function send(button: HTMLButtonElement | null): Promise<void> {
    isUnderWay = true;
    const place = (button && (button.closest('.actions') || button)) || form.lastElementChild;
    if (place) place.before(box);
    if (navigator.onLine === false) {
      say(offlineWords);
      return rest();
    }
    if (bar) {
      bar.hidden = false;
      bar.removeAttribute('value');
    }
    if (stop) stop.hidden = false;
    say(words.preparing);
    const sending = post(form.action, await bodyOf(button), advance());
    if (stop) stop.onclick = sending.stop;
    finish(await sending.outcome);
  }

  function advance() {
    let before = 0;
    return (sent: number, total: number) => {
      const now = percentOf(sent, total);
      if (bar) bar.value = now;
      say(progressWords(sent, total), { aloud: isReadOut(before, now) });
      before = now;
    };
  }

  function finish(outcome: Outcome): void {
    if (outcome.kind === 'led') return location.assign(outcome.to);
    const shown = outcome.kind === 'page' ? showInstead(outcome.html) : undefined;
    if (shown) {
      tellChosen(shown);
      return lookAfter(shown);
    }
    rest();
    const isOnce = form.elements.namedItem('idempotencyKey') !== null;
    if (outcome.kind === 'stopped') say(stoppedWords);
    else say(outcome.kind === 'later' ? laterWords : brokenWords(isOnce));
  }

  async function bodyOf(button: HTMLButtonElement | null): Promise<FormData> {
    const body = new FormData(form);
    const names = new Set(inputs().map(({ name }) => name));
    names.forEach((name) => body.delete(name));
    for (const input of inputs())
      for (const file of await filesToSend(input)) body.append(input.name, file, file.name);
    if (button && button.name) body.append(button.name, button.value);
    return body;
  }
}
