// Leads on to the next field once a one-key answer is typed; Tab and Enter work without it.
const form = document.querySelector<HTMLFormElement>('form[data-paper]');

form?.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.maxLength !== 1 || target.value.length !== 1) return;
  const fields = [
    ...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), select, textarea, button'),
  ];
  fields[fields.indexOf(target) + 1]?.focus();
});

export {};
