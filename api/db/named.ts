// Statements that PostgreSQL parses and plans once per connection, however often they are sent.
import { createHash } from 'node:crypto';

// A plan stays in the connection's memory until it closes.
const mostPlans = 200;

/**
 * The name under which a statement is prepared: the same for the same text on every connection, and no other's (128
 * bits of its SHA-256). A pooler that hands a connection's statements to another can then never run a different one.
 */
export const statementName = (text: string): string =>
  `m${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;

/** The names of one connection; past the most that it may keep, a statement goes without a name. */
export function namesOf(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPlans) return known;
    const name = statementName(text);
    names.set(text, name);
    return name;
  };
}
