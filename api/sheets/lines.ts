// Breaks a text into lines that fit a width; a word too long for a line is cut, so that nothing ever runs over. Pure.

/** The width of a piece of text in points. */
export type Measure = (text: string) => number;

/** The lines of a text, at least one; line feeds are kept. `width` in points. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(text: string, width: number, measure: Measure): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text
    .split(/[ \t]+/)
    .filter(Boolean)
    .flatMap((one) => cut(one, width, measure))) {
    const size = measure(word);
    if (line !== '' && used + space + size > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? size : used + space + size;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Pieces of a word that each fit; addresses are cut after a slash, point or hyphen where there is one. */
function cut(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let rest = word;
  while (rest !== '' && measure(rest) > width) {
    let end = rest.length;
    while (end > 1 && measure(rest.slice(0, end)) > width) end -= 1;
    const soft = Math.max(...['/', '.', '-'].map((sign) => rest.slice(0, end).lastIndexOf(sign))) + 1;
    const at = soft > end / 2 ? soft : end;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}
