// Two copies of a file of lines laid side by side.

/** The lines of one copy that another lacks, each as often as it is missing. */
export function lost(copy: readonly string[], other: readonly string[]): string[] {
  const left = Map.groupBy(other, (line) => line);
  return copy.filter((line) => left.get(line)?.pop() === undefined);
}
