// Hides a question while the answer it depends on is another one; without script it stands there with its condition.
const form = document.querySelector<HTMLFormElement>('form[data-survey]');
const dependent = [...(form?.querySelectorAll<HTMLElement>('[data-asked-when]') ?? [])];

if (form && dependent.length > 0) {
  const show = () => {
    const said = new FormData(form);
    for (const question of dependent) {
      const { askedWhen = '', askedIs = '' } = question.dataset;
      question.hidden = !askedIs.split(' ').includes(String(said.get(askedWhen)));
    }
  };
  form.addEventListener('change', show);
  show();
}

export {};
