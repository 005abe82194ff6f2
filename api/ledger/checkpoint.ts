// A checkpoint: the ledger's size and root at a moment, as the text of a signed note (C2SP tlog-checkpoint). Pure.

/** `at` is an instant; the root has 32 bytes. */
export type Checkpoint = { origin: string; size: number; root: Buffer; at: Date };

const timePrefix = 'time ';

/**
 * The text to sign: origin, size in decimal, root in base64, and one extension line with the instant in UTC,
 * each ended by a line feed.
 */
export function checkpointText({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n${timePrefix}${at.toISOString()}\n`;
}

const form = /^(?<origin>[^\s+]+)\n(?<size>0|[1-9]\d{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\ntime (?<at>\S+)\n$/;

/** Reads such a text; undefined when it is anything else. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const { origin = '', size = '', root = '', at = '' } = form.exec(text)?.groups ?? {};
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64'), at: new Date(at) };
  if (!origin || Number.isNaN(checkpoint.at.getTime())) return undefined;
  return checkpointText(checkpoint) === text ? checkpoint : undefined;
}
