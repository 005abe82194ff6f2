// What better-auth hides: where the database fails it, it answers "something went wrong", or that all went well.
import { AsyncLocalStorage } from 'node:async_hooks';
import { isDatabaseAway } from '../db/open.ts';

type Hidden = { failure?: Error };

const current = new AsyncLocalStorage<Hidden>();

/** Calls better-auth; throws the failure of the database that it met on the way, whatever it makes of it. */
export async function unhidden<T>(call: () => Promise<T>): Promise<T> {
  const hidden: Hidden = {};
  const made = await current.run(hidden, call).catch((error: unknown) => {
    throw hidden.failure ?? error;
  });
  if (hidden.failure) throw hidden.failure;
  return made;
}

/** What better-auth tells its log is told here as well. */
export function noteHidden(told: readonly unknown[]): void {
  const hidden = current.getStore();
  const failure = told.find(isDatabaseAway) as Error | undefined;
  if (hidden && failure) hidden.failure ??= failure;
}
