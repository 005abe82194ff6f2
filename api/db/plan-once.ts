// Statements that PostgreSQL parses and plans once per connection, however often they are sent.
import type { PoolClient } from 'pg';

type Send = (...query: unknown[]) => Promise<unknown>;

// A plan stays in the connection's memory until it closes.
const mostPlans = 200;

/** Has a connection send each statement with values under a name of its own: what is the same text is planned once. */
export function planOnce(client: PoolClient): void {
  const names = new Map<string, string>();
  const send = client.query.bind(client) as Send;
  const sendNamed: Send = (...query) => {
    const [text, values] = query;
    const isPlain =
      query.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0;
    if (!isPlain || (names.size >= mostPlans && !names.has(text))) return send(...query);
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return send({ name, text, values });
  };
  client.query = sendNamed as typeof client.query;
}
