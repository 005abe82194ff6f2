// A connection of the pool: how long it may work, under which names it sends, and when it may be used again.
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { mark, openRows, sentValues } from '../crypto/column-cipher.ts';
import type { DataKeys } from '../crypto/data-keys.ts';
import { log } from '../http/log.ts';
import { namesOf } from './named.ts';
import { isBegin, noting } from './outcome.ts';

/** How long things may take, in milliseconds; the database gives up before this side does. 0: without limit. */
export type Patience = { client: number; statement: number; lock: number; idleInTransaction: number };

/** For whoever waits for an answer: one, or a refusal, within half a minute. */
export const forAnswers: Patience = {
  client: 30_000,
  statement: 20_000,
  lock: 10_000,
  idleInTransaction: 15_000,
};
/** For migrating and for programs at the keyboard, which may take what they need. */
export const withoutLimit: Patience = { client: 0, statement: 0, lock: 0, idleInTransaction: 0 };

type Send = (...query: unknown[]) => Promise<unknown>;
type Client = pg.PoolClient & { readyForQuery?: boolean; connection?: Wire };
type Wire = {
  stream: { destroy(): void; destroyed: boolean };
  once(event: string, then: () => void): void;
};

const settings = ({ statement, lock, idleInTransaction }: Patience): [name: string, ms: number][] => [
  ['statement_timeout', statement],
  ['lock_timeout', lock],
  ['idle_in_transaction_session_timeout', idleInTransaction],
];
const setting = (patience: Patience, word: 'set' | 'set local') =>
  settings(patience)
    .map(([name, ms]) => `${word} ${name} = ${ms}`)
    .join('; ');

/** Told to the database once per connection: by statement, because poolers refuse it as a startup parameter. */
export async function setPatience(client: pg.ClientBase, patience: Patience): Promise<void> {
  await client.query({ text: setting(patience, 'set'), query_timeout: 5_000 } as pg.QueryConfig);
}

/**
 * Has a connection send each statement with values under its name, note what becomes of writes, and break at once where
 * an answer is overdue: what waits behind it would wait for nothing. Without `prepares` nothing is named, and each
 * transaction sets its own limits, since behind a pooler it may run on a connection that nobody has set. Values of
 * encrypted columns are encrypted as they are sent and opened as they are answered (encrypted.ts).
 */
export function equip(
  client: Client,
  {
    prepares,
    patience,
    dataKeys,
  }: { prepares: boolean; patience: Patience; dataKeys: () => DataKeys | undefined },
): void {
  const nameOf = prepares ? namesOf() : () => undefined;
  const send = client.query.bind(client) as Send;
  const beginning = `; ${setting(patience, 'set local')}`;

  function form(query: unknown[]): unknown[] {
    const [text, values] = query;
    if (query.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return query;
    if (!prepares && isBegin(text)) return [text + beginning];
    const name = values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? query : [{ name, text, values }];
  }
  const equipped: Send = async (...given) => {
    const [text] = given;
    if (typeof text !== 'string') return await send(...given);
    const keys = dataKeys();
    const query = withEncrypted(keys, given);
    try {
      const answer = await noting(text, client.getTransactionStatus(), () => send(...form(query)));
      return opened(keys, query, answer);
    } catch (error) {
      if (error instanceof Error && error.message === 'Query read timeout')
        client.connection?.stream.destroy();
      throw error;
    }
  };
  client.query = equipped as typeof client.query;
}

function withEncrypted(keys: DataKeys | undefined, query: unknown[]): unknown[] {
  const [text, values] = query;
  return keys && query.length === 2 && Array.isArray(values) ? [text, sentValues(keys, values)] : query;
}

/** Only a statement that asks for encrypted columns carries the mark among its values. */
function opened(keys: DataKeys | undefined, [, values]: unknown[], answer: unknown): unknown {
  const asks = Array.isArray(values) && values.some((one) => typeof one === 'string' && one.startsWith(mark));
  if (!asks) return answer;
  if (!keys) throw new Error('encrypted columns are read on a connection that has no keys');
  openRows({ keys, onUnopened: tellUnopened }, (answer as pg.QueryResult).rows as unknown[]);
  return answer;
}

const tellUnopened = (place: { column: string; row: string }) =>
  log.error(place, 'an encrypted value does not open: its key is missing, or it was moved or changed');

/** Whether nothing runs on it and no transaction is open: in doubt it is not. */
export const isAtRest = (client: Client): boolean =>
  client.getTransactionStatus() === 'I' && client.readyForQuery === true;

// After an error the end of the answer may come a packet later: it is waited for, but not for long.
const endMs = 200;

function endOfAnswer({ connection, readyForQuery }: Client): Promise<void> {
  return new Promise((resolve) => {
    if (!connection || connection.stream.destroyed || readyForQuery) return resolve();
    const timer = setTimeout(resolve, endMs);
    for (const event of ['readyForQuery', 'end'])
      connection.once(event, () => {
        clearTimeout(timer);
        setImmediate(resolve);
      });
  });
}

/** The pool as everybody gets it: a connection that is not at rest when it is given back is closed, not used again. */
export function onlyAtRest(pool: pg.Pool): PostgresPool {
  return {
    Client: pg.Client,
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const release = client.release.bind(client);
      client.release = (destroy) => {
        if (destroy || isAtRest(client)) release(destroy);
        else void endOfAnswer(client).then(() => release(!isAtRest(client)));
      };
      return client as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: () => pool.end(),
  };
}
