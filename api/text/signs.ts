// One notion of dash, space, dot and figure, however they were typed or pasted. Pure.

/**
 * Zero-width, direction and filler marks: they make two texts look alike and none has a use in Vietnamese. Has the
 * flag g.
 */
export const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

const dash = /[\p{Pd}\u00af\u02d7\u2043\u2212\u2500\u2501\u30fc\uff70]/u;
const dot = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61]/u;
const slash = /[\u2044\u2215\u29f8]/u;
const at = /\ufe6b/;

/**
 * A text in which every dash is `-`, every space ` ` (line ends stay), every raised or centred dot `.`, every slash `/`
 * and every full-width sign its ordinary one. As long as before, each sign in its old place (UTF-16 units).
 */
export function plainSigns(text: string): string {
  let plain = '';
  for (const unit of text.split('')) plain += plainSign(unit);
  return plain;
}

/** One UTF-16 unit of a text as `plainSigns` writes it. */
export function plainSign(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code === 9 || code === 11 || code === 12 ? ' ' : unit;
  if (dash.test(unit)) return '-';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (/\s/.test(unit)) return ' ';
  if (dot.test(unit)) return '.';
  if (slash.test(unit)) return '/';
  return at.test(unit) ? '@' : unit;
}

/** A one-line text for reading numbers and addresses: plain signs, nothing invisible, single spaces, trimmed. */
export const plainLine = (text: string): string =>
  plainSigns(text.replace(invisible, '')).replace(/\s+/g, ' ').trim();
