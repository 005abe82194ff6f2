// Sends the word on a page without leaving it; where that fails, what was typed stays and may be sent again.
const form = document.querySelector<HTMLFormElement>('[data-page-rating]');

form?.addEventListener('submit', (event) => {
  const { submitter } = event;
  if (!(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  void send(form, submitter.value);
});

async function send(rated: HTMLFormElement, helpful: string): Promise<void> {
  const buttons = [...rated.querySelectorAll('button')];
  const told = rated.querySelector('[role=status]');
  const typed = new FormData(rated);
  for (const button of buttons) button.disabled = true;
  const wrong = await refusalOf({
    page: typed.get('page'),
    helpful,
    ...(String(typed.get('comment')).trim() && { comment: typed.get('comment') }),
  });
  if (told) told.textContent = wrong ?? 'Cảm ơn Ông/Bà. Ý kiến đã được ghi nhận.';
  if (wrong === undefined) for (const part of rated.querySelectorAll('.answers, details')) part.remove();
  for (const button of buttons) button.disabled = false;
}

/** Undefined when it was taken. */
async function refusalOf(body: object): Promise<string | undefined> {
  try {
    const response = await fetch('/api/page-ratings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    const { title, detail, errors } = (await response.json()) as {
      title: string;
      detail?: string;
      errors?: { detail: string }[];
    };
    return `Chưa gửi được. ${errors?.[0]?.detail ?? detail ?? title}`;
  } catch {
    return 'Chưa gửi được vì mất kết nối. Ý kiến vẫn còn ở đây; xin bấm lại khi có mạng.';
  }
}
