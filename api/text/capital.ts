// A text as it begins a line. Pure.

/** The same with its first letter large, as Vietnamese has it. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
