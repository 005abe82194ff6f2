// Keys of the desk: one letter leads where a link or a form of the page stands. Never while somebody types, nor with another
// key held, nor in the middle of a Vietnamese letter; switched off on a machine by whoever does not want them.
import { shortcuts, type Shortcut } from '../../lib/staff/shortcuts.ts';

const kept = 'phim-tat';
const isOff = (): boolean => {
  try {
    return localStorage.getItem(kept) === 'tat';
  } catch {
    return false;
  }
};

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** Into sight and under the keyboard, whatever is folded around it. */
function show(place: HTMLElement): void {
  for (let one: HTMLElement | null = place; one; one = one.parentElement)
    if (one instanceof HTMLDetailsElement) one.open = true;
  const field = place.matches('input, select, textarea, a, button')
    ? place
    : place.querySelector<HTMLElement>(
        'form select, form textarea, form input:not([type=hidden]), form button, a, button',
      );
  (field || place).focus();
  place.scrollIntoView({ block: 'nearest' });
}

const rows = () => Array.from(document.querySelectorAll<HTMLElement>('main tbody th a'));
function step(by: 1 | -1): void {
  const links = rows();
  const here = document.activeElement;
  const row = here && here.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = links[at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by];
  if (next) next.focus();
}

export function obeyKeys(box: HTMLElement): void {
  const { shortcuts: page } = box.dataset;
  const dialog = document.querySelector<HTMLDialogElement>('[data-keys-dialog]');
  const help = box.querySelector<HTMLElement>('[data-keys-help]');
  // A browser that knows no dialog goes without.
  if (!dialog || !help || typeof dialog.showModal !== 'function') return;
  const toggle = dialog.querySelector<HTMLElement>('[data-keys-switch]');
  const tell = () => {
    if (toggle) toggle.textContent = (isOff() ? toggle.dataset['on'] : toggle.dataset['off']) || '';
  };
  const open = () => {
    tell();
    dialog.showModal();
  };
  box.hidden = false;
  help.addEventListener('click', open);
  if (toggle)
    toggle.addEventListener('click', () => {
      try {
        localStorage.setItem(kept, isOff() ? 'bat' : 'tat');
      } catch {
        return;
      }
      tell();
    });

  function take({ does }: Shortcut): boolean {
    if (does.kind === 'help') {
      open();
      return true;
    }
    if (does.kind === 'row') {
      step(does.by);
      return rows().length > 0;
    }
    const found =
      does.kind === 'open'
        ? does.forms.map((form) => document.getElementById(`buoc-${form}`)).find((one) => one !== null)
        : document.querySelector<HTMLElement>(
            does.kind === 'follow' ? `main [data-key="${does.mark}"]` : `main ${does.selector}`,
          );
    if (!found) return false;
    if (does.kind === 'follow') found.click();
    else show(found);
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event) || dialog.open) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const wanted = shortcuts.find(
      ({ keys, pages }) => keys.indexOf(key) >= 0 && pages.some((one) => one === page),
    );
    // Switched off, the help alone stays, which switches them on again.
    if (!wanted || (isOff() && wanted.does.kind !== 'help')) return;
    if (take(wanted)) event.preventDefault();
  });
}
