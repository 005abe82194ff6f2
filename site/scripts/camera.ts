// Photographs taken one after the other: a camera gives one at a time, and the next would take its place.

/** Adds what an input is given to what it had; it hears of a choice before all who look at it. */
export function addUp(input: HTMLInputElement): void {
  let before: File[] = [];
  const add = () => {
    try {
      const all = new DataTransfer();
      for (const file of [...before, ...(input.files || [])]) all.items.add(file);
      input.multiple = true;
      input.files = all.files;
    } catch {
      // Safari 13 lets no script choose files: the last photograph stays, and its name is told.
    }
    before = [...(input.files || [])];
  };
  input.addEventListener('change', add, true);
}
