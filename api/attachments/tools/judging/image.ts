// Images drawn anew: what is kept is pixels, never metadata, places, thumbnails or anything hidden behind the picture.
import sharp, { type Sharp } from 'sharp';
import { Problem } from '../../../problems/problem.ts';
import { refuseFile, type JudgedFile } from './refusal.ts';
import { runConfined } from '../../../confined/run.ts';
import { atMost } from '../../../confined/at-most.ts';
import type { HeicJudged } from './heic-task.ts';

/** Decoded, 64 million pixels are some 200 MB; a phone's photograph has 12 to 50 million. */
const maxPixels = 64_000_000;
const quality = 88;
const limited = atMost(2);

const sentences = {
  heic: 'Máy chủ không đọc được ảnh HEIC này, hãy gửi ảnh JPEG.',
  broken: 'Không đọc được ảnh này. Hãy mở ảnh, lưu lại dạng JPEG rồi gửi.',
  huge: 'Ảnh có quá nhiều điểm ảnh (hơn 64 triệu). Hãy thu nhỏ ảnh rồi gửi lại.',
};

/** Decodes, turns upright and encodes again as JPEG, PNG or WebP (HEIC becomes JPEG). Throws `invalid`. */
export const redraw = (bytes: Buffer, mime: string): Promise<JudgedFile> => limited(() => draw(bytes, mime));

async function draw(bytes: Buffer, mime: string): Promise<JudgedFile> {
  if (mime.startsWith('image/hei')) return await drawHeic(bytes);
  try {
    const image = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
    const { width, height, format } = await image.metadata();
    if (width * height > maxPixels) throw refuseFile(sentences.huge);
    const kind = mime === 'image/webp' ? 'webp' : /png$/.test(mime) ? 'png' : 'jpeg';
    if (format !== kind) throw refuseFile(sentences.broken);
    const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient();
    return { kind, bytes: await encode(upright, kind), findings: [] };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refuseFile(sentences.broken);
  }
}

/** An iPhone's photographs: their decoder is no part of sharp, and reads foreign bytes in a process of its own. */
async function drawHeic(bytes: Buffer): Promise<JudgedFile> {
  const outcome = await runConfined<unknown, HeicJudged>(
    new URL('./heic-task.ts', import.meta.url),
    { bytes, maxPixels, quality },
    { seconds: 30, megabytes: 900 },
  );
  if (!('done' in outcome)) throw refuseFile(sentences.heic);
  if ('refused' in outcome.done)
    throw refuseFile(outcome.done.refused === 'huge' ? sentences.huge : sentences.heic);
  return { kind: 'jpeg', bytes: Buffer.from(outcome.done.jpeg), findings: [] };
}

async function encode(image: Sharp, kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  switch (kind) {
    case 'jpeg':
      return await image.jpeg({ quality }).toBuffer();
    case 'png':
      return await image.png().toBuffer();
    case 'webp':
      return await image.webp({ quality }).toBuffer();
  }
}
