// One weight of the typeface of the pages, cut down to the letters that they write.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { letters } from './letters.ts';

const names = { 400: '400Regular', 600: '600SemiBold' };
export type Weight = keyof typeof names;

/** Both weights that pages are set in; bold is set in the second. */
export const weights: Weight[] = [400, 600];

export const fileOf = (weight: Weight): string =>
  path.join(import.meta.dirname, `be-vietnam-pro-${weight}.woff2`);

/** The bytes of a WOFF2 file. */
export async function cut(weight: Weight): Promise<Buffer> {
  const name = names[weight];
  const whole = import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`);
  return await subsetFont(await fs.readFile(fileURLToPath(whole)), letters, {
    targetFormat: 'woff2',
    // Without the other shapes of a letter that no page asks for.
    noLayoutClosure: true,
  });
}
