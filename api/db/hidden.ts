// Failures of the database that a library hides: it answers "something went wrong", or that all went well.
import { AsyncLocalStorage } from 'node:async_hooks';
import { isDatabaseAway } from './open.ts';

type Hidden = { failure?: Error };

const current = new AsyncLocalStorage<Hidden>();

/** Calls a library that tells its log through `noteHidden`; throws the failure that it met, whatever it makes of it. */
export async function unhidden<T>(call: () => Promise<T>): Promise<T> {
  const hidden: Hidden = {};
  const made = await current.run(hidden, call).catch((error: unknown) => {
    throw hidden.failure ?? error;
  });
  if (hidden.failure) throw hidden.failure;
  return made;
}

/** To be given everything that the library tells its log. */
export function noteHidden(told: readonly unknown[]): void {
  const hidden = current.getStore();
  const failure = told.find(isDatabaseAway) as Error | undefined;
  if (hidden && failure) hidden.failure ??= failure;
}
