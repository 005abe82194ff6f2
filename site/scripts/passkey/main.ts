// Forms that a passkey answers: the portal is asked for its question, the device for the answer, which the form then carries.
import { answerOf, newKeyFor } from './device.ts';

const said: Record<string, string> = {
  NotAllowedError:
    'Chưa xác nhận, hoặc thiết bị không có khóa của cổng này. Hãy thử lại, hoặc dùng mật khẩu.',
  InvalidStateError: 'Thiết bị này đã có khóa của tài khoản.',
  TypeError: 'Không kết nối được. Hãy thử lại.',
};

async function call(path: string, body: object, form: HTMLFormElement): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>('[name="formToken"]');
  const answer = await fetch(`/api/auth/passkeys/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { 'x-form-token': token.value } : {}),
    },
    body: JSON.stringify(body),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail || told.title);
  return told;
}

async function answerFor(form: HTMLFormElement): Promise<string> {
  const what = form.dataset['passkey'];
  if (what !== 'new') return await answerOf((await call('question', { for: what }, form)) as never);
  const ticket = form.querySelector<HTMLInputElement>('[name="ticket"]');
  return await newKeyFor((await call('creation', { ticket: ticket ? ticket.value : '' }, form)) as never);
}

function serve(form: HTMLFormElement, button: HTMLButtonElement): void {
  const status = form.querySelector('[data-passkey-says]');
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  button.hidden = false;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    button.disabled = true;
    say('Đang chờ thiết bị xác nhận…');
    answerFor(form)
      .then((response) => {
        const field = form.querySelector<HTMLInputElement>('[name="response"]');
        if (field) field.value = response;
        form.submit();
      })
      .catch((error: unknown) => {
        button.disabled = false;
        const { name, message } = error as Error;
        say(said[name] || (name === 'Error' && message) || 'Thiết bị không dùng được khóa truy cập ở đây.');
      });
  });
}

// Browsers keep no key for an address of digits.
const isNamed = !/^[\d.]+$|^\[/.test(location.hostname);
if (isNamed && window.PublicKeyCredential)
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-passkey]'))) {
    const button = form.querySelector<HTMLButtonElement>('[data-passkey-ask]');
    form.hidden = false;
    if (button) serve(form, button);
  }
