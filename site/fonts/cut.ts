// One face of the typefaces of the site, cut down to the letters that its pages write.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { letters } from './letters.ts';

/** Both weights that pages are set in (bold is set in the second), and the two faces of letters on paper (the browser slants them). */
const sources = {
  'be-vietnam-pro-400': 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'be-vietnam-pro-600': 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  'tinos-400': 'tinos/400Regular/Tinos_400Regular.ttf',
  'tinos-700': 'tinos/700Bold/Tinos_700Bold.ttf',
};
export type Face = keyof typeof sources;
export const faces = Object.keys(sources) as Face[];

export const fileOf = (face: Face): string => path.join(import.meta.dirname, `${face}.woff2`);

/** The bytes of a WOFF2 file. */
export async function cut(face: Face): Promise<Buffer> {
  const whole = import.meta.resolve(`@expo-google-fonts/${sources[face]}`);
  return await subsetFont(await fs.readFile(fileURLToPath(whole)), letters, {
    targetFormat: 'woff2',
    // Without the other shapes of a letter that no page asks for.
    noLayoutClosure: true,
  });
}
