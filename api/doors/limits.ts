// How much a request may weigh, for whatever comes to the API by another way than the doors.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  bodyBytesAt,
  generalTooLarge,
  maxBodyBytes,
  maxUploadBytes,
  maxWorkbookBodyBytes,
  uploadPath,
  uploadTooLarge,
} from './body-sizes.ts';
import { Problem } from '../problems/problem.ts';

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
const general = limit(maxBodyBytes, generalTooLarge);
const workbook = limit(maxWorkbookBodyBytes, generalTooLarge);
const upload = limit(maxUploadBytes, uploadTooLarge);

export const bodyLimits: MiddlewareHandler = (c, next) =>
  c.req.path === uploadPath
    ? upload(c, next)
    : bodyBytesAt(c.req.path) === maxBodyBytes
      ? general(c, next)
      : workbook(c, next);
