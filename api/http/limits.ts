// How much a request may weigh, and how often one address may send.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

export const maxBodyBytes = 64 * 1024;

const tooLarge = () =>
  new Problem('too-large', `Mỗi lần gửi không quá ${maxBodyBytes / 1024} KB. Hãy viết ngắn lại.`);

const counted = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw tooLarge();
  },
});

/** Refuses a body that is too large: by its announced length, to which the server holds the sender, else by counting. */
export const bodyLimits: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const announced = c.req.header('content-length');
  if (announced === undefined || c.req.header('transfer-encoding')) return counted(c, next);
  if (Number(announced) > maxBodyBytes) throw tooLarge();
  return next();
};

/**
 * A sliding allowance per address, in memory: `take` throws `too-many` past `most` in `windowMs`.
 * `most` 0 switches it off. Only a hash of the address is kept, and only for one window.
 */
export function allowance(most: number, windowMs: number, hash: (address: string) => string) {
  let seen = new Map<string, number>();
  let startedAt = 0;
  return function take(address: string | undefined, now: number): void {
    if (most === 0 || !address) return;
    if (now - startedAt > windowMs) [seen, startedAt] = [new Map(), now];
    const key = hash(address);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > most) {
      const minutes = Math.ceil((startedAt + windowMs - now) / 60_000);
      throw new Problem(
        'too-many',
        `Hãy thử lại sau ${minutes} phút, hoặc gọi đường dây nóng. Nội dung bạn đã gõ vẫn còn.`,
      );
    }
  };
}
