// The files chosen in one place of a form: photographs are made smaller on a slow line, said so, and sent whole if wished.
import { say, sizeIn } from '../say.ts';
import { redrawn } from './redraw.ts';
import { isToBeRedrawn, type Line } from './when.ts';

type Choice = { file: File; smaller: File | undefined; isWhole: boolean };

const lineOf = (): Line => (navigator as Navigator & { connection?: Line }).connection;
const choices = new WeakMap<HTMLInputElement, Promise<Choice[]>>();

/** What is sent of an input: each file as it was chosen, or its smaller picture. */
export async function filesToSend(input: HTMLInputElement): Promise<File[]> {
  const chosen = await (choices.get(input) || Promise.resolve([]));
  const instead = new Map(
    chosen.map(({ file, smaller, isWhole }) => [file, isWhole ? file : smaller || file]),
  );
  return [...(input.files || [])].map((file) => instead.get(file) || file);
}

/** Looks after an input from now on; what it does is told in `list`. */
export function tend(input: HTMLInputElement, list: HTMLElement): void {
  const look = () => {
    const files = [...(input.files || [])].filter((file) => isToBeRedrawn(file, lineOf()));
    list.textContent = '';
    choices.set(input, oneByOne(files, list));
  };
  input.addEventListener('change', look);
  if (input.files && input.files.length > 0) look();
}

// One picture at a time: an old phone has room for one.
async function oneByOne(files: File[], list: HTMLElement): Promise<Choice[]> {
  const made: Choice[] = [];
  for (const file of files) {
    const choice: Choice = { file, smaller: await redrawn(file), isWhole: false };
    if (choice.smaller) list.append(lineFor(choice, choice.smaller));
    made.push(choice);
  }
  return made;
}

function lineFor(choice: Choice, smaller: File): HTMLElement {
  const line = document.createElement('p');
  const told = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  const tell = () => {
    const { file, isWhole } = choice;
    told.textContent = isWhole
      ? say.photoWhole(file.name, sizeIn(file.size))
      : say.photoSmaller(file.name, sizeIn(file.size), sizeIn(smaller.size));
    button.textContent = isWhole ? say.makeSmaller : say.sendWhole;
  };
  button.addEventListener('click', () => {
    choice.isWhole = !choice.isWhole;
    tell();
  });
  tell();
  line.append(told, ' ', button);
  return line;
}
