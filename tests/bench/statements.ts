// The portal's own SQL as scripts of pgbench: the statements are those that the services really send.
import type { CompiledQuery, Kysely } from 'kysely';
import type { SubmitCase } from '../../api/cases/schema.ts';
import { lookUpCase, submitCase } from '../../api/cases/service.ts';
import type { Portal } from '../../api/portal.ts';

/** A script of pgbench and the variables that it is called with. */
export type Script = { text: string; variables: Record<string, string> };

/** Taking a case in (only its hashes differ from call to call), and looking up one of the first `count` cases. */
export async function portalScripts(
  portal: Portal,
  said: SubmitCase,
  count: number,
): Promise<{ insert: Script; lookUp: Script }> {
  const seen: CompiledQuery[] = [];
  const recorded = { ...portal, db: recording(portal.db, seen) };
  const { number, secret } = await submitCase(recorded, crypto.randomUUID(), said);
  const insert = toScript(seen.at(-1), '\\set n random(1, 9000000000000000000)', (value) =>
    Buffer.isBuffer(value) ? "decode(lpad(to_hex(:n::bigint), 64, '0'), 'hex')" : undefined,
  );
  await lookUpCase(recorded, { number, secret });
  const lookUp = toScript(seen.at(-1), `\\set n random(1, ${count})`, (value) =>
    value === number ? `'${number.slice(0, -6)}' || lpad((:n::int)::text, 6, '0')` : undefined,
  );
  return { insert, lookUp };
}

const recording = <Tables>(db: Kysely<Tables>, seen: CompiledQuery[]): Kysely<Tables> =>
  db.withPlugin({
    transformQuery({ node, queryId }) {
      seen.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });

function toScript(
  query: CompiledQuery | undefined,
  prelude: string,
  vary: (value: unknown) => string | undefined,
): Script {
  if (!query) throw new Error('no statement was sent');
  const variables: Record<string, string> = {};
  const text = query.sql.replace(/\$(\d+)/g, (_, place: string) => {
    const value = query.parameters[Number(place) - 1];
    if (value === null) return 'null';
    const varied = vary(value);
    if (varied) return varied;
    variables[`p${place}`] = value instanceof Date ? value.toISOString() : String(value);
    return `:p${place}`;
  });
  return { text: `${prelude}\n${text};\n`, variables };
}
