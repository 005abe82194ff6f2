// The portal's own SQL as scripts of pgbench: the statements are those that the services really send.
import type { CompiledQuery } from 'kysely';
import { loadCalendar } from '../../api/calendar/current-service.ts';
import type { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import { submitCase } from '../../api/cases/intake/submission-service.ts';
import { lookUpCase } from '../../api/cases/sender/lookup-service.ts';
import { sentValues } from '../../api/crypto/column-cipher.ts';
import type { Db } from '../../api/db/open.ts';
import type { Portal } from '../../api/portal/portal.ts';

/** A statement with `:p1`, `:p2` … for its values, and what goes before it. */
export type Script = { prelude: string; statement: string; values: Record<string, string> };

/** Taking a case in (only its hashes and its id differ from call to call), and looking up one of the first `count` cases. */
export async function portalScripts(
  portal: Portal,
  said: SubmitCase,
  count: number,
): Promise<{ insert: Script; lookUp: Script }> {
  const seen: CompiledQuery[] = [];
  const recorded = { ...portal, db: recording(portal.db, seen) };
  await loadCalendar(recorded);
  const { number, secret } = await submitCase(recorded, crypto.randomUUID(), said);
  const insert = toScript(portal, seen.at(-1), '\\set n random(1, 9000000000000000000)', (value) => {
    if (Buffer.isBuffer(value)) return "decode(lpad(to_hex(:n::bigint), 64, '0'), 'hex')";
    return typeof value === 'string' && rowId.test(value) ? 'uuidv7()' : undefined;
  });
  await lookUpCase(recorded, { number, secret });
  const lookUp = toScript(portal, seen.at(-1), `\\set n random(1, ${count})`, (value) =>
    value === number ? `'${number.slice(0, -6)}' || lpad((:n::int)::text, 6, '0')` : undefined,
  );
  return { insert, lookUp };
}

const rowId = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

// The same database, except that a finished statement is written down before it is sent.
function recording(db: Db, seen: CompiledQuery[]): Db {
  const recorded = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  });
  return Object.assign(recorded, {
    executeQuery(query: CompiledQuery) {
      seen.push(query);
      return db.executeQuery(query);
    },
  });
}

function toScript(
  { dataKeys }: Portal,
  query: CompiledQuery | undefined,
  prelude: string,
  vary: (value: unknown) => string | undefined,
): Script {
  if (!query) throw new Error('no statement was sent');
  const values: Record<string, string> = {};
  const sent = sentValues(dataKeys, [...query.parameters]);
  const statement = query.sql.replace(/\$(\d+)/g, (_, place: string) => {
    const value = sent[Number(place) - 1];
    if (value === null) return 'null';
    const varied = vary(value);
    if (varied) return varied;
    values[`p${place}`] = value instanceof Date ? value.toISOString() : String(value);
    return `:p${place}`;
  });
  return { prelude, statement, values };
}
