// A summary for the register to start from: the beginning of the letter, where it names nobody. Pure.
import { madeUpMark } from '../../text/demo-words.ts';
import { unmaskedIn, type Person } from '../privacy/outgoing.ts';

export const longestSummary = 300;
const enough = 60;

/**
 * The first sentence of a letter in one line, with the next ones while it is short; cut at a word. Empty where it says
 * something of a person (a list is read by more officers than a letter), or is too short to say anything.
 */
export function suggestedSummary(body: string, sender: Person | null): string {
  const said = body.normalize('NFC').slice(0, 2_000).replaceAll(` ${madeUpMark}`, '');
  const line = said.replace(/\s+/g, ' ').trim();
  let summary = '';
  for (const sentence of line.split(/(?<=[.!?…]) /u)) {
    summary = summary === '' ? sentence : `${summary} ${sentence}`;
    if (summary.length >= enough) break;
  }
  summary = cut(summary);
  if (summary.length < 10 || !sender) return '';
  return unmaskedIn({ summary }, [sender], { confirmed: false }).length > 0 ? '' : summary;
}

function cut(line: string): string {
  if (line.length <= longestSummary) return line;
  const end = line.lastIndexOf(' ', longestSummary - 1);
  return `${line.slice(0, end > 0 ? end : longestSummary - 1).replace(/[,;: ]+$/u, '')}…`;
}
