// Which photographs are redrawn smaller on the device before they are sent, and how small. Pure.
import { maxFileBytes } from '../../../api/attachments/most.ts';

/** What a browser tells of its line (navigator.connection); undefined where it tells nothing. */
export type Line = { saveData?: boolean | undefined; effectiveType?: string | undefined } | undefined;

/** Sizes in bytes: a photograph above it is redrawn on such a line. What the portal would refuse is redrawn on any. */
const above = { slow: 400 * 1024, unknown: 1536 * 1024, fast: maxFileBytes };
/** A page of paper, photographed, is still read easily at this length of its longer side, in pixels. */
export const longestSide = 2000;
export const jpegQuality = 0.8;
/** What gains less than this share is not worth its loss. */
const leastGain = 0.2;

const drawable = new Set(['image/jpeg', 'image/png', 'image/webp']);

const speedOf = (line: Line): keyof typeof above => {
  if (!line || (line.saveData === undefined && line.effectiveType === undefined)) return 'unknown';
  return line.saveData || line.effectiveType !== '4g' ? 'slow' : 'fast';
};

/** Whether a file (MIME type, size in bytes) is to be redrawn on this line. */
export const isToBeRedrawn = ({ type, size }: { type: string; size: number }, line: Line): boolean =>
  drawable.has(type) && size > above[speedOf(line)];

/** Width and height in whole pixels, the longer at most `longestSide`; a smaller picture keeps its own. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Whether the redrawn picture is so much smaller that it is sent instead. */
export const isWorthIt = (before: number, after: number): boolean =>
  after > 0 && after <= before * (1 - leastGain);

/** The name of a redrawn picture: `IMG_1.PNG` becomes `IMG_1.jpg`. */
export const redrawnName = (name: string): string => `${name.replace(/\.[^.]{1,5}$/, '')}.jpg`;
