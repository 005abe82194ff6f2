// A limit on how long somebody waits for work. Pure but for the timer.

/** What `work` comes to, or the failure that `late` makes where it takes longer than `ms`; the work itself is not stopped. */
export async function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return await Promise.race([work, over]).finally(() => clearTimeout(timer));
}
