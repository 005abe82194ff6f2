// Shows the copy buttons where the browser can serve them, and says whether it is done.
import { say } from './say.ts';

if (navigator.clipboard)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.textContent = await navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => say.copied,
        () => say.notCopied,
      );
    });
  }
