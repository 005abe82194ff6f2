// Draws a card as a PNG, letters as outlines of the portal's own typeface: no font is needed where it is looked at.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { atMost } from '../../confined/at-most.ts';
import { type Card, layOut, size } from '../card.ts';

/** Kept pictures; each has some 40 KB. */
const mostKept = 200;
const kept = new Map<string, Promise<Buffer>>();
const limited = atMost(1);

/** The same card is drawn once while it is among the last ones asked for. */
export function draw(card: Card): Promise<Buffer> {
  const key = JSON.stringify(card);
  const picture = kept.get(key) ?? limited(() => render(card));
  // Asked for again, it moves to the end: the one not asked for the longest goes first.
  kept.delete(key);
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  picture.catch(() => kept.delete(key));
  return picture;
}

async function render(card: Card): Promise<Buffer> {
  const { satori, sharp, fonts } = await (opened ??= open());
  const svg = await satori(layOut(card) as never, { ...size, fonts });
  return await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
}

let opened: ReturnType<typeof open> | undefined;

// Read at the first picture: the portal need not wait for it, nor hold it in memory, before.
async function open() {
  const [{ default: satori }, { default: sharp }, regular, bold] = await Promise.all([
    import('satori'),
    import('sharp'),
    font('400Regular'),
    font('700Bold'),
  ]);
  const name = 'Be Vietnam Pro';
  return {
    satori,
    sharp,
    fonts: [
      { name, data: regular, weight: 400 as const },
      { name, data: bold, weight: 700 as const },
    ],
  };
}

const font = (weight: string) =>
  fs.readFile(
    fileURLToPath(
      import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
    ),
  );
