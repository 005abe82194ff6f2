// The portal's own SQL as scripts of pgbench: the statements are those that the services really send.
import type { CompiledQuery, Kysely } from 'kysely';
import { lookUpCase, submitCase } from '../../api/cases/service.ts';
import type { SubmitCase } from '../../api/cases/schema.ts';
import type { Portal } from '../../api/portal.ts';

/** A script of pgbench and the variables that it is called with. */
export type Script = { text: string; variables: Record<string, string> };

/** The statement that takes a case in; hashes, and nothing else, differ from call to call. */
export async function insertScript(portal: Portal, said: SubmitCase): Promise<Script> {
  const statement = await lastStatement(portal, (recorded) => submitCase(recorded, crypto.randomUUID(), said));
  return toScript(statement, '\\set n random(1, 9000000000000000000)', (value) =>
    Buffer.isBuffer(value) ? "decode(lpad(to_hex(:n::bigint), 64, '0'), 'hex')" : undefined,
  );
}

/** The statement that looks a case up, for any of the first `count` cases of the register. */
export async function lookUpScript(
  portal: Portal,
  { number, secret }: { number: string; secret: string },
  count: number,
): Promise<Script> {
  const statement = await lastStatement(portal, (recorded) => lookUpCase(recorded, { number, secret }));
  const register = number.slice(0, -6);
  return toScript(statement, `\\set n random(1, ${count})`, (value) =>
    value === number ? `'${register}' || lpad((:n::int)::text, 6, '0')` : undefined,
  );
}

async function lastStatement(
  portal: Portal,
  visit: (recorded: Portal) => Promise<unknown>,
): Promise<CompiledQuery> {
  const seen: CompiledQuery[] = [];
  await visit({ ...portal, db: recording(portal.db, seen) });
  const last = seen.at(-1);
  if (!last) throw new Error('no statement was sent');
  return last;
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
  { sql, parameters }: CompiledQuery,
  prelude: string,
  vary: (value: unknown) => string | undefined,
): Script {
  const variables: Record<string, string> = {};
  const text = sql.replace(/\$(\d+)/g, (_, place: string) => {
    const value = parameters[Number(place) - 1];
    if (value === null) return 'null';
    const varied = vary(value);
    if (varied) return varied;
    variables[`p${place}`] = value instanceof Date ? value.toISOString() : String(value);
    return `:p${place}`;
  });
  return { text: `${prelude}\n${text};\n`, variables };
}
