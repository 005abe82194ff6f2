// Reads a body within its limits of size, pace and place: small ones into memory, those with files onto the disk.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { log } from '../http/log.ts';
import type { ProblemCode } from '../problems/problem.ts';
import type { BodyLimits } from './body-limits.ts';
import type { Pools, Seat } from './pools.ts';

/** `bytes` may be asked once, when it is this body's turn; `start` is what came first, for what was typed. */
export type ReadBody = { bytes(): Promise<Buffer>; size: number };
export type BodyRefused = { refused: ProblemCode; detail: string; start: Buffer };

const busy = 'Nhiều người đang gửi cùng lúc. Hãy chờ nửa phút rồi gửi lại.';
const tooSlow = 'Đường truyền đang quá chậm nên chưa nhận được hết. Hãy thử lại ở nơi có sóng tốt hơn.';
const everyMs = 1_000;
/** What is kept of a body that was refused, to show again what was typed. */
const keptBytes = 128 * 1024;

type Sink = {
  take(chunk: Buffer): void | Promise<unknown>;
  bytes(): Promise<Buffer>;
  close(): Promise<void>;
};

/**
 * Reads the whole body, or says why not. Nothing is asked to be sent (100 Continue) before the announced size was
 * judged. What it holds is given back when the answer is over.
 */
export async function readBody(
  req: IncomingMessage,
  res: ServerResponse,
  limits: BodyLimits,
  { pools, network, folder }: { pools: Pools; network: string; folder: string },
): Promise<ReadBody | BodyRefused | 'gone'> {
  const nothing = Buffer.alloc(0);
  if (Number(req.headers['content-length'] ?? 0) > limits.maxBytes) {
    // A browser hears the answer only when somebody listens to it; a program that asked first need not send at all.
    const start = asksFirst(req) ? nothing : await startOf(req, res, limits);
    return { refused: 'too-large', detail: limits.tooLarge, start };
  }
  const seat = pools.enter(limits.pool, network);
  if (!seat) return { refused: 'busy', detail: busy, start: await startOf(req, res, limits) };
  res.once('close', seat.leave);
  const opened = await openSink(limits, folder).catch(() => undefined);
  if (!opened) return { refused: 'busy', detail: busy, start: nothing };
  res.once('close', () => void opened.close());
  if (asksFirst(req)) res.writeContinue();
  const { end, size, start } = await collect(req, limits, opened, seat);
  if (end === 'gone') return 'gone';
  if (end === 'whole') return { bytes: () => opened.bytes(), size };
  leave(req, res, end === 'too-slow');
  const said = { 'too-large': limits.tooLarge, busy, 'too-slow': tooSlow };
  return { refused: end, detail: said[end], start };
}

/** The first bytes of a body that is refused anyway, and no more of it. */
export async function startOf(
  req: IncomingMessage,
  res: ServerResponse,
  limits: BodyLimits,
): Promise<Buffer> {
  const few = { ...limits, maxBytes: keptBytes, patienceSeconds: 10, graceSeconds: 3 };
  if (asksFirst(req)) res.writeContinue();
  const { start, end } = await collect(req, few, { take() {} }, undefined);
  leave(req, res, end === 'too-slow');
  return start;
}

const asksFirst = (req: IncomingMessage) => req.headers.expect?.toLowerCase() === '100-continue';

type Collected = { end: 'whole' | 'gone' | 'too-large' | 'too-slow' | 'busy'; size: number; start: Buffer };

function collect(
  req: IncomingMessage,
  limits: BodyLimits,
  sink: Pick<Sink, 'take'>,
  seat: Seat | undefined,
): Promise<Collected> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const first: Buffer[] = [];
    let size = 0;
    const look = setInterval(() => {
      const seconds = (performance.now() - startedAt) / 1_000;
      const due = (seconds - limits.graceSeconds) * limits.bytesPerSecond;
      if (seconds > limits.patienceSeconds || size < due) over('too-slow');
    }, everyMs);
    function over(end: Collected['end']) {
      clearInterval(look);
      req.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
      resolve({ end, size, start: Buffer.concat(first) });
    }
    function onData(chunk: Buffer) {
      if (size < keptBytes) first.push(chunk);
      size += chunk.length;
      if (size > limits.maxBytes) return over('too-large');
      if (seat?.hold(chunk.length) === false) return over('busy');
      const written = sink.take(chunk);
      if (!written) return;
      req.pause();
      written.then(
        () => req.resume(),
        (error: unknown) => {
          log.warn({ code: codeOf(error) }, 'a body could not be put down');
          over('busy');
        },
      );
    }
    const onEnd = () => over('whole');
    const onGone = () => over('gone');
    // The visitor may have left while something else was waited for.
    if (req.destroyed && !req.complete) return over('gone');
    req.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
  });
}

// The rest is thrown away for ten seconds at most, so that the refusal reaches the visitor: a connection that is closed
// while a body still comes is reset, and the answer is lost with it. Who is too slow has no more to send.
function leave(req: IncomingMessage, res: ServerResponse, isSlow: boolean): void {
  if (isSlow && !res.headersSent) res.setHeader('connection', 'close');
  req.on('error', () => {});
  req.resume();
  const cut = setTimeout(() => req.socket.destroy(), 10_000);
  req.once('close', () => clearTimeout(cut));
}

const openSink = async (limits: BodyLimits, folder: string): Promise<Sink> =>
  limits.pool === 'small' ? inMemory() : onDisk(folder);

function inMemory(): Sink {
  const chunks: Buffer[] = [];
  return {
    take: (chunk) => void chunks.push(chunk),
    bytes: async () => Buffer.concat(chunks),
    close: async () => {},
  };
}

/** A file without a name: whatever happens to the process, nothing of it is left. */
async function onDisk(folder: string): Promise<Sink> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const name = path.join(folder, randomUUID());
  const file = await fs.open(name, 'wx+', 0o600);
  await fs.unlink(name);
  let size = 0;
  let written: Promise<unknown> = Promise.resolve();
  return {
    take(chunk) {
      const at = size;
      size += chunk.length;
      // Each in its place, and one after the other.
      return (written = written.then(() => file.write(chunk, 0, chunk.length, at)));
    },
    async bytes() {
      await written;
      const whole = Buffer.alloc(size);
      let from = 0;
      while (from < size) {
        const { bytesRead } = await file.read(whole, from, size - from, from);
        if (bytesRead === 0) throw new Error('a body was not put down whole');
        from += bytesRead;
      }
      return whole;
    },
    close: () => file.close().catch(() => {}),
  };
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
