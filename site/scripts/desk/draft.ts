// Keeps what is written in one form by itself: some seconds after the first letter, on leaving a field, on leaving the page.
import { draftValues } from '../../lib/staff/draft-fields.ts';

const waitMs = 4_000;
const againMs = 10_000;

export type Keeper = {
  /** Whether something stands in the form that is kept nowhere. */
  isUnsaved(): boolean;
  keep(): void;
  /** On the way out: nothing waits for the answer. */
  leave(): void;
};

const clock = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

export function keepForm(form: HTMLFormElement, box: HTMLElement): Keeper {
  const hidden = (name: string) => box.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const told = box.querySelector('[role=status]');
  const dropButton = box.querySelector<HTMLElement>('[value="drop"]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onItsWay: Promise<void> | undefined;
  let unsaved = 0;
  let isSent = false;
  const say = (text: string) => {
    if (told) told.textContent = text;
  };

  const send = (keepalive: boolean) =>
    fetch('/api/staff/drafts', {
      method: 'POST',
      keepalive,
      headers: {
        'content-type': 'application/json',
        'x-form-token': (form.elements.namedItem('formToken') as HTMLInputElement | null)?.value ?? '',
      },
      body: JSON.stringify({
        page: hidden('draftPage')?.value,
        form: hidden('draftForm')?.value,
        address: hidden('draftAddress')?.value,
        values: draftValues(new FormData(form)),
        revision: Number(hidden('draftRevision')?.value) || 0,
      }),
    });

  async function keep(keepalive = false): Promise<void> {
    const written = unsaved;
    try {
      const answer = await send(keepalive);
      const body = (await answer.json()) as {
        id: string;
        revision: number;
        savedAt: string;
        detail?: string;
        errors?: { detail: string }[];
      };
      if (!answer.ok) return refused(answer.status, body.errors?.[0]?.detail ?? body.detail);
      const [id, revision] = [hidden('draftId'), hidden('draftRevision')];
      if (id) id.value = body.id;
      if (revision) revision.value = String(body.revision);
      if (dropButton) dropButton.hidden = false;
      if (unsaved === written) unsaved = 0;
      say(
        `Đã tự lưu nháp lúc ${clock.format(new Date(body.savedAt))}. Chưa gửi cho ai; chỉ Ông/Bà đọc được.`,
      );
      if (unsaved > 0) soon(waitMs);
    } catch {
      say('Chưa lưu nháp được vì mất mạng. Lời vẫn còn trên trang này; sẽ tự lưu lại.');
      soon(againMs);
    }
  }

  function refused(status: number, detail = ''): void {
    if (status === 401) {
      say('Phiên đăng nhập đã hết, nháp chưa lưu. Bấm “Lưu nháp” để đăng nhập lại; lời đang viết được giữ.');
      return;
    }
    say(`Chưa lưu nháp được. ${detail}`);
    if (status >= 500 || status === 429) soon(againMs);
  }

  function now(): void {
    if (unsaved === 0 || isSent || onItsWay) return;
    clearTimeout(timer);
    timer = undefined;
    onItsWay = keep().finally(() => {
      onItsWay = undefined;
    });
  }

  // From the first letter on, not from the last: who types without a pause loses no more than who stops.
  function soon(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      now();
    }, ms);
  }

  form.addEventListener('input', () => {
    unsaved += 1;
    soon(waitMs);
  });
  form.addEventListener('focusout', now);
  form.addEventListener('submit', (event) => {
    if (isSent) return;
    const { submitter } = event;
    isSent = true;
    clearTimeout(timer);
    if (!onItsWay || !submitter) return;
    // A draft that came after its form was sent would stand there again.
    event.preventDefault();
    void onItsWay.finally(() => submitter.click());
  });
  // Back by the browser's own way: the form is there as it was.
  addEventListener('pageshow', () => {
    isSent = false;
  });
  if ('draftUnsaved' in box.dataset) {
    unsaved = 1;
    soon(0);
  }
  return {
    isUnsaved: () => unsaved > 0 && !isSent,
    keep: now,
    leave() {
      if (unsaved > 0 && !isSent) void keep(true);
    },
  };
}
