// Stopping: no new requests, the running ones are finished, then the data is closed.
import type { Server } from 'node:http';
import { log } from '../http/log.ts';

const patienceMs = 10_000;
// npm hands a Ctrl-C on that the terminal has sent already; only a later one means "now".
const sameKeystrokeMs = 1_000;

/** Closes a server: waits for running requests, at most ten seconds. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed.finally(() => clearTimeout(timer));
}

/** Calls `stop` on the first signal and leaves with 0; a second one leaves at once with 1. */
export function stopOnSignal(stop: () => Promise<void>, say: (sentence: string) => void): void {
  let firstAt: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (firstAt !== undefined) {
      if (now - firstAt > sameKeystrokeMs) process.exit(1);
      return;
    }
    firstAt = now;
    say('Đang dừng, chờ các yêu cầu dở dang… Ctrl-C lần nữa để dừng ngay. (Stopping.)');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(
          { reason: error instanceof Error ? error.message : String(error) },
          'could not stop cleanly',
        );
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
