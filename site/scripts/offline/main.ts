// The form without a line: kept in this browser when asked, letters that wait in it, and all of it taken away by one button.
import { vietnameseDate } from '../../../api/dates/dates.ts';
import { forgetDraft } from '../draft-store.ts';
import { bodyFrom, type Fields, missingIn, type Values } from './body.ts';
import { canKeepForm, dropForm, isFormKept, keepForm, refreshForm } from './form-copy.ts';
import { drop, enqueue, letters, type OpenLetter } from './letters.ts';
import { sendWaiting } from './send.ts';
import { dropAll } from './store.ts';
import { standingWords } from './words.ts';

const everyMs = 60_000;
const patienceMs = 8_000;

const box = document.querySelector<HTMLElement>('[data-offline]');
const list = document.querySelector<HTMLElement>('[data-offline-list]');
const form = document.querySelector<HTMLFormElement>('form[action="/phan-anh/gui"]');
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
  let pressed: HTMLButtonElement | null = null;
  let goesOn = false;

  const show = async () => {
    const waiting = await letters();
    keep.hidden = isKept;
    clear.hidden = !isKept && waiting.length === 0;
    list.textContent = '';
    for (const letter of waiting) list.append(lineFor(letter));
  };
  const sendNow = async () => {
    await sendWaiting().catch(() => false);
    await show();
  };

  function lineFor(letter: OpenLetter): HTMLElement {
    const line = document.createElement('div');
    line.className = 'waiting';
    const words = document.createElement('p');
    words.textContent = standingWords(letter);
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
      code.textContent = `Mã tra cứu (giữ kín): ${letter.receipt.secret}. Hạn trả lời ${vietnameseDate(letter.receipt.dueOn)}.`;
      line.append(code);
      button('Đã ghi lại hai mã, xóa khỏi máy này', () => drop(letter).then(show));
      return line;
    }
    if (letter.refused) button('Lấy lại vào biểu mẫu để sửa', () => takeBack(letter));
    else button('Gửi ngay', sendNow);
    // What may have been taken is asked for first: who drops it would lose its codes.
    if (!letter.isUnsure) {
      const dropIt = button('Xóa phiếu này', () => {
        if (dropIt.dataset['sure']) return drop(letter).then(show);
        dropIt.dataset['sure'] = '1';
        dropIt.textContent = 'Bấm lần nữa để xóa, phiếu sẽ không được gửi';
        return undefined;
      });
    }
    return line;
  }

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
    state!.textContent =
      'Đã điền lại vào biểu mẫu. Tệp đính kèm phải chọn lại. Phiếu cũ vẫn nằm ở trên; gửi xong phiếu đã sửa thì bấm xóa.';
  }

  keep.addEventListener('click', async () => {
    state.textContent = 'Đang giữ biểu mẫu trên máy này…';
    try {
      await keepForm();
      isKept = true;
      state.textContent = 'Đã giữ. Khi mất mạng, mở lại địa chỉ này vẫn viết được.';
    } catch {
      await dropForm().catch(() => undefined);
      state.textContent = 'Chưa giữ được trên máy này. Hãy thử lại khi mạng tốt hơn.';
    }
    await show();
  });
  clear.addEventListener('click', async () => {
    const unsent = (await letters()).filter(({ receipt }) => !receipt).length;
    if (unsent > 0 && !clear.dataset['sure']) {
      clear.dataset['sure'] = '1';
      clear.textContent = `Bấm lần nữa để xóa cả ${unsent} phiếu chưa gửi`;
      return;
    }
    await dropForm();
    await dropAll();
    isKept = false;
    state.textContent = 'Đã xóa biểu mẫu và mọi phiếu khỏi máy này.';
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
      missing.length > 0
        ? `Không có mạng, và phiếu còn thiếu: ${missing.map(([, words]) => words).join(' ')}`
        : 'Không có mạng nên chưa gửi gì. Máy này có thể giữ phiếu lại và gửi khi Ông/Bà mở trang này mà có mạng.';
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
      told.textContent =
        'Máy không giữ được phiếu này (hết chỗ chứa). Chữ vẫn còn trên trang; đừng đóng trang.';
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
  const asked = fetch('/api/ready', { cache: 'no-store', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  return await Promise.race([asked, late]);
}
