// npm run fonts: cuts the typefaces of the site anew, after letters.ts or a typeface has changed.
// A page takes two files, 52 kB together; cut by the ranges of a font service it took six, 103 kB. The faces of letters on
// paper are taken where a letter is shown and the machine has no Times.
import fs from 'node:fs/promises';
import { cut, faces, fileOf } from './cut.ts';

for (const face of faces) {
  const bytes = await cut(face);
  await fs.writeFile(fileOf(face), bytes);
  console.log(`${fileOf(face)}: ${bytes.length} bytes`);
}
