// How a camera held a photograph: the orientation in the EXIF part of a JPEG (1 to 8), for browsers that draw without it. Pure.

/** 1 where the photograph says nothing, is cut, or is no JPEG. Reads the head only: 64 kB are enough. */
export function orientationOf(head: ArrayBuffer): number {
  const view = new DataView(head);
  const within = (end: number) => end <= view.byteLength;
  if (!within(4) || view.getUint16(0) !== 0xffd8) return 1;
  for (let at = 2; within(at + 10);) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    // The picture itself begins, or this is no segment.
    if (marker === 0xffda || marker >> 8 !== 0xff || length < 2) return 1;
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return orientationIn(view, at + 10);
    at += 2 + length;
  }
  return 1;
}

/** The orientation in the TIFF part that begins at a place. */
function orientationIn(view: DataView, tiff: number): number {
  if (tiff + 8 > view.byteLength) return 1;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, little);
  for (let at = directory + 2, left = entries; left > 0 && at + 12 <= view.byteLength; at += 12, left -= 1)
    if (view.getUint16(at, little) === 0x0112) {
      const found = view.getUint16(at + 8, little);
      return found >= 1 && found <= 8 ? found : 1;
    }
  return 1;
}

/**
 * The matrix (a, b, c, d, e, f of a canvas) that sets a picture upright, which lies `width` by `height` as it is kept;
 * the upright one is as wide as this one is high from orientation 5 on.
 */
export function uprightMatrix(
  orientation: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
