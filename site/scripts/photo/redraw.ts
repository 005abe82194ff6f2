// Redraws a photograph smaller, upright and without what the camera wrote into it; undefined wherever that is not sure to work.
import { orientationOf, uprightMatrix } from './orientation.ts';
import { fittedSize, isWorthIt, jpegQuality, redrawnName } from './when.ts';

const headBytes = 64 * 1024;
/** A picture that takes longer to open than this is sent as it is. */
const patienceMs = 20_000;

/** The smaller JPEG; undefined: the original goes. */
export async function redrawn(file: File): Promise<File | undefined> {
  try {
    if (!canvasKeepsColours()) return undefined;
    const blob = await Promise.race([draw(file), late()]);
    if (!blob || !isWorthIt(file.size, blob.size)) return undefined;
    return new File([blob], redrawnName(file.name), { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    return undefined;
  }
}

const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));

function read(blob: Blob, how: 'readAsArrayBuffer' | 'readAsDataURL'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader[how](blob);
  });
}

// An image element and not an image bitmap: Safari 13 has none, and engines differ in how they turn one. The policy of
// the portal takes pictures from data addresses, not from blobs.
async function draw(file: File): Promise<Blob | null> {
  const image = new Image();
  image.src = String(await read(file, 'readAsDataURL'));
  await image.decode();
  // Browsers since 2020 turn a photograph by themselves.
  const turnsItself = CSS.supports('image-orientation', 'from-image');
  const orientation = turnsItself
    ? 1
    : orientationOf((await read(file.slice(0, headBytes), 'readAsArrayBuffer')) as ArrayBuffer);
  const { width, height } = fittedSize(image.naturalWidth, image.naturalHeight);
  const canvas = document.createElement('canvas');
  const isTurned = orientation > 4;
  canvas.width = isTurned ? height : width;
  canvas.height = isTurned ? width : height;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // What is transparent would be black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.setTransform(...uprightMatrix(orientation, width, height));
  pen.drawImage(image, 0, 0, width, height);
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
}

// A browser that hides what it is gives noise for what was drawn: such a picture would be none.
function canvasKeepsColours(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 4;
  canvas.height = 4;
  const pen = canvas.getContext('2d');
  if (!pen) return false;
  pen.fillStyle = 'rgb(40, 90, 160)';
  pen.fillRect(0, 0, 4, 4);
  const { data } = pen.getImageData(0, 0, 4, 4);
  const meant = [40, 90, 160, 255];
  return data.every((value, index) => Math.abs(value - (meant[index % 4] || 0)) <= 3);
}
