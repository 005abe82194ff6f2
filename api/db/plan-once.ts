// Statements that PostgreSQL parses and plans once per connection, however often they are sent.
import type { PoolClient } from 'pg';

type Send = (text: string, values?: unknown[]) => Promise<unknown>;

/** Has a connection send each statement with values under a name of its own: what is the same text is planned once. */
export function planOnce(client: PoolClient): void {
  const names = new Map<string, string>();
  const send = client.query.bind(client);
  const sendNamed: Send = (text, values) => {
    if (typeof text !== 'string' || !values?.length) return send(text, values);
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return send({ name, text, values });
  };
  client.query = sendNamed as typeof client.query;
}
