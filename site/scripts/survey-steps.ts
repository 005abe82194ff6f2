// One section of a survey at a time; a page with errors, and who wants it, sees all of them at once.
const form = document.querySelector<HTMLFormElement>('form[data-survey]');
const tools = document.querySelector<HTMLElement>('[data-survey-tools]');
const steps = [...(form?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
const button = (name: string) => tools?.querySelector<HTMLButtonElement>(`[data-step-${name}]`);
const [back, next, all] = [button('back'), button('next'), button('all')];
const told = tools?.querySelector('[data-step-told]');
const hasErrors = document.querySelector('.error-summary') !== null;

if (form && tools && back && next && all && told && steps.length > 1) {
  let at = 0;
  tools.hidden = false;
  const show = (place: number, moves: boolean) => {
    at = place;
    steps.forEach((step, index) => (step.hidden = index !== at));
    back.hidden = at === 0;
    next.hidden = at === steps.length - 1;
    told.textContent = `Phần ${at + 1}/${steps.length}`;
    if (moves) lead(steps[at]);
  };
  const lead = (step: HTMLElement | undefined) => {
    const heading = step?.querySelector<HTMLElement>('h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
    heading?.scrollIntoView();
  };
  const showAll = () => {
    for (const step of steps) step.hidden = false;
    for (const control of [back, next, all]) control.hidden = true;
    told.textContent = '';
  };
  back.addEventListener('click', () => show(at - 1, true));
  next.addEventListener('click', () => show(at + 1, true));
  all.addEventListener('click', () => {
    showAll();
    lead(steps[at]);
  });
  if (hasErrors) showAll();
  else show(0, false);
}

export {};
