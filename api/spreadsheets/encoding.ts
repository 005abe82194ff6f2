// The words of a CSV file: which encoding it is in, and whether reading it so is safe. Pure.
import { fromTcvn3 } from './old-text.ts';
import { isSyllable } from './syllable.ts';

export type Decoded = { text: string; note: string | null } | { unsafe: true };

/** UTF-8 and UTF-16 as they say they are; windows-1258 where nearly all words read as Vietnamese; nothing else. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  try {
    if (utf16)
      return {
        text: new TextDecoder(utf16, { fatal: true }).decode(bytes),
        note: `Tệp ở dạng Unicode Text (${utf16.toUpperCase()}); đã đọc.`,
      };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    if (utf16 || bytes.includes(0)) return { unsafe: true };
  }
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const read = soundness(text);
  // TCVN3 has no byte order of its own: it is whatever reads better.
  if (read < 0.97 || read <= soundness(fromTcvn3(new TextDecoder('latin1').decode(bytes))))
    return { unsafe: true };
  return { text, note: 'Tệp ở bảng mã windows-1258; đã đọc. Hãy xem kỹ dấu ở bản xem trước.' };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: plain letters and commas leave every other byte zero.
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 5 && even < odd / 10) return 'utf-16le';
  return even > head.length / 5 && odd < even / 10 ? 'utf-16be' : null;
}

/** Of the words with letters beyond ASCII, the part that could be Vietnamese; 0 where there is none. */
function soundness(text: string): number {
  const words = [...text.slice(0, 50_000).matchAll(/[\p{L}\p{M}\u00a1-\u00bf]+/gu)]
    .map(([word]) => word)
    .filter((word) => /[^\x00-\x7f]/.test(word));
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}
