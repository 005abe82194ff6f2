// Statements of the busiest paths: built and compiled once for each database, sent with new values each time.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './open.ts';

/** Stands in a statement for the value of that name. */
export type Slots<Values> = <Name extends keyof Values>(name: Name) => Values[Name];

/** A statement by how it is built; `value('number')` stands where each call's `number` goes. Resolves with its rows. */
export function statement<Values extends object, Row>(
  build: (db: Db, value: Slots<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<Db, (values: Values) => CompiledQuery<Row>>();
  return async (db, values) => {
    const fill = compiled.get(db) ?? compile(db, build);
    compiled.set(db, fill);
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
