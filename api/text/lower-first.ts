// A label in the middle of a sentence. Pure.

/** `Đã trả lời` → `đã trả lời`; the rest stays as it is. */
export const lowerFirst = (words: string): string => words.replace(/^./u, (letter) => letter.toLowerCase());
