// npm run fonts: cuts the typeface of the pages anew, after letters.ts or the typeface has changed.
// A page takes both files, 52 kB together; cut by the ranges of a font service it took six, 103 kB.
import fs from 'node:fs/promises';
import { cut, fileOf, weights } from './cut.ts';

for (const weight of weights) {
  const bytes = await cut(weight);
  await fs.writeFile(fileOf(weight), bytes);
  console.log(`${fileOf(weight)}: ${bytes.length} bytes`);
}
