// How much each network and everybody together may still ask: one moment per budget, known to every process.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // `key` is a keyed hash: no address is kept. `full_at` is when the budget is whole again; a row past it says nothing.
  // Unlogged: a crash of the server forgives everybody, and no charge waits for the disk.
  await sql`
    create unlogged table allowances (
      key bytea primary key,
      full_at timestamptz not null
    ) with (fillfactor = 50)`.execute(db);
  // GCRA: each charge moves `full_at` on by its cost, never further ahead than the window is long. Narrow budgets come
  // first, so that a network that is refused takes nothing from the wider ones. Answers the seconds to wait, 0: taken.
  await sql`
    create function take_allowance(keys bytea[], costs double precision[], within double precision)
    returns double precision language plpgsql as $$
    declare
      moment timestamptz := clock_timestamp();
      cost interval;
      wait double precision;
    begin
      for place in 1 .. cardinality(keys) loop
        cost := make_interval(secs => costs[place]);
        insert into allowances as known (key, full_at) values (keys[place], moment + cost)
          on conflict (key) do update set full_at = greatest(known.full_at, moment) + cost
          where greatest(known.full_at, moment) + cost <= moment + make_interval(secs => within);
        if not found then
          select extract(epoch from full_at - moment) + costs[place] - within into wait
            from allowances where key = keys[place];
          return greatest(coalesce(wait, 0), 0.001);
        end if;
      end loop;
      return 0;
    end $$`.execute(db);
}
