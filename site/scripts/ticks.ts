// Keeps the ticks of a checklist of papers on this device, by the paper's words: a changed list loses no other tick.
const list = document.querySelector<HTMLElement>('[data-ticks]');
const boxes = [...(list?.querySelectorAll<HTMLInputElement>('input[data-tick]') ?? [])];
const clear = list?.querySelector<HTMLButtonElement>('[data-ticks-clear]');
const key = `giay-to:${location.pathname}`;

if (list && boxes.length > 0 && canKeep()) {
  const ticked = new Set(read());
  for (const box of boxes) box.checked = ticked.has(box.dataset['tick'] ?? '');
  list.addEventListener('change', keep);
  clear?.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    keep();
    boxes[0]?.focus();
  });
  list.querySelector('[data-ticks-kept]')?.removeAttribute('hidden');
  tellClear();
}

// A browser may forbid it: then nothing is promised.
function canKeep(): boolean {
  try {
    localStorage.setItem('giay-to', '');
    localStorage.removeItem('giay-to');
    return true;
  } catch {
    return false;
  }
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function keep(): void {
  const ticked = boxes.filter(({ checked }) => checked).map((box) => box.dataset['tick'] ?? '');
  try {
    if (ticked.length > 0) localStorage.setItem(key, JSON.stringify(ticked));
    else localStorage.removeItem(key);
  } catch {
    // Full: the ticks still stand on the screen.
  }
  tellClear();
}

function tellClear(): void {
  if (clear) clear.hidden = !boxes.some(({ checked }) => checked);
}
