// Confined work: an iPhone's photograph (HEIC) decoded and drawn anew as a JPEG, upright, without metadata.
import { createRequire } from 'node:module';
import sharp from 'sharp';

type HeifImage = {
  get_width(): number;
  get_height(): number;
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (drawn: { data: Uint8ClampedArray } | null) => void,
  ): void;
};
type Heif = { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } };

export type HeicJudged = { jpeg: Uint8Array } | { refused: 'broken' | 'huge' };

export async function task({
  bytes,
  maxPixels,
  quality,
}: {
  bytes: Uint8Array;
  maxPixels: number;
  quality: number;
}): Promise<HeicJudged> {
  const heif = createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as Heif;
  const [image] = new heif.HeifDecoder().decode(bytes);
  if (!image) return { refused: 'broken' };
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) return { refused: 'huge' };
  if (width * height === 0) return { refused: 'broken' };
  const data = new Uint8ClampedArray(width * height * 4);
  // Turned as the photograph says (irot, imir): the decoder does that itself.
  const drawn = await new Promise<{ data: Uint8ClampedArray } | null>((done) =>
    image.display({ data, width, height }, done),
  );
  if (!drawn) return { refused: 'broken' };
  const pixels = Buffer.from(drawn.data.buffer, drawn.data.byteOffset, drawn.data.byteLength);
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality })
    .toBuffer();
  return { jpeg };
}
