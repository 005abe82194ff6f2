// One text for what is written with or without marks, for comparing words where no index is needed. Pure.

/** Lower case without marks, `đ` as `d`, everything but letters, figures and points as one space. */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.replace(/[^a-z0-9.]+/g, ' ').trim();
}

/** A text as a part of an address: Vietnamese letters without marks, joined by hyphens. */
export const anchorOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
