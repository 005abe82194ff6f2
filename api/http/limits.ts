// How much a request may weigh.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { maxFileBytes } from '../attachments/upload.ts';
import { Problem } from './problem.ts';

export const maxBodyBytes = 64 * 1024;

/** Refuses a body that is too large: by its announced length, to which the server holds the sender, else by counting. */
function limit(maxSize: number, detail: string): MiddlewareHandler {
  const tooLarge = () => {
    throw new Problem('too-large', detail);
  };
  const counted = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const announced = c.req.header('content-length');
    if (announced === undefined || c.req.header('transfer-encoding')) return counted(c, next);
    return Number(announced) > maxSize ? tooLarge() : next();
  };
}
const general = limit(maxBodyBytes, `Mỗi lần gửi không quá ${maxBodyBytes / 1024} KB. Hãy viết ngắn lại.`);
/** One file and the envelope of its form. */
const upload = limit(
  maxFileBytes + maxBodyBytes,
  `Mỗi tệp không quá ${maxFileBytes / 1024 / 1024} MB. Hãy chọn tệp nhỏ hơn.`,
);

export const uploadPath = '/api/uploads';
export const bodyLimits: MiddlewareHandler = (c, next) =>
  c.req.path === uploadPath ? upload(c, next) : general(c, next);
