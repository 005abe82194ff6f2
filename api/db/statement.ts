// Statements of the busiest paths: built and compiled once, sent with new values each time.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db, Transaction } from './open.ts';

/** Stands in a statement for the value of that name. */
export type Slots<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/** A statement by how it is built; `value('number')` stands where each call's `number` goes. Resolves with its rows. */
export function statement<Values extends object, Row>(
  build: (db: Db, value: Slots<Values>) => Compilable<Row>,
): (db: Db | Transaction, values: Values) => Promise<Row[]> {
  let fill: ((values: Values) => CompiledQuery<Row>) | undefined;
  return async (db, values) => {
    fill ??= compile(db, build);
    return (await db.executeQuery(fill(values))).rows;
  };
}

function compile<Values extends object, Row>(
  db: Db,
  build: (db: Db, value: Slots<Values>) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  const names = new Map<unknown, keyof Values>();
  const query = build(db, (name) => {
    const slot = Object.freeze({});
    names.set(slot, name);
    return slot as Values[typeof name];
  }).compile();
  return (values) => ({
    ...query,
    parameters: query.parameters.map((parameter) => {
      const name = names.get(parameter);
      return name === undefined ? parameter : values[name];
    }),
  });
}
