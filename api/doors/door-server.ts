// The HTTP server before the doors.
import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * Bodies with files may take a quarter of an hour over a bad line; the doors hurry everything else
 * (api/doors/body-limits.ts). Who asks before sending (Expect: 100-continue) is judged like everybody, and only then
 * told to go on.
 */
export const doorServer = (listener: RequestListener): Server =>
  createServer({ requestTimeout: 930_000, headersTimeout: 15_000 }, listener).on('checkContinue', listener);
