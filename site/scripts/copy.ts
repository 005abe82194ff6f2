// Shows the copy buttons where the browser can serve them, and says when it is done.
import { say } from './say.ts';

if (navigator.clipboard)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
      button.textContent = say.copied;
    });
  }
