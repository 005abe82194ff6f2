// How many lines a text takes in a column of a spreadsheet. Pure.

/**
 * `width` in characters, as spreadsheets measure columns. Words wrap whole; one longer than the column is cut. Half a
 * character is kept free for the margins of the cell.
 */
export function linesNeeded(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width - 0.5));
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/(?<=[\s-])/)) {
    const length = word.trimEnd().length;
    if (used > 0 && used + length > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / room) - 1);
    used = (length > room ? length % room : used + word.length) || room;
  }
  return lines;
}
