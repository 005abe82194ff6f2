// Says in words which files are chosen, beside the button that stands in the place of the browser's own.
import { say } from './say.ts';
export function tellChosen(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-file]')) {
    const input = field.querySelector('input');
    const chosen = field.querySelector('[data-chosen]');
    const tell = () => {
      const names = [...(input?.files ?? [])].map(({ name }) => name);
      if (chosen)
        chosen.textContent = names.length === 0 ? say.noFile : say.files(names.length, names.join('; '));
    };
    input?.addEventListener('change', tell);
    // After going back the browser may have its choice still.
    addEventListener('pageshow', tell);
    tell();
  }
}

tellChosen(document);
