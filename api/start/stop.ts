// Stopping: no new requests, the running ones are finished, then the data is closed.
import { log } from '../http/log.ts';

/** Whatever still runs then is left to the next start: it was not acknowledged, and the database undoes it. */
const patienceMs = 12_000;
/** For who looks at /api/ready before sending the next request here; at a keyboard nobody does. */
const leadMs = 1_000;
// npm hands a Ctrl-C on that the terminal has sent already; only a later one means "now".
const sameKeystrokeMs = 1_000;

/** Calls `stop` on the first signal and leaves with 0; a second one leaves at once with 1. */
export function stopOnSignal(stop: (leadMs: number) => Promise<void>, say: (sentence: string) => void): void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (firstAt !== undefined) {
      if (now - firstAt > sameKeystrokeMs) process.exit(1);
      return;
    }
    firstAt = now;
    say('Đang dừng, chờ các yêu cầu dở dang… Ctrl-C lần nữa để dừng ngay. (Stopping.)');
    setTimeout(() => {
      log.error('not all was over in time');
      process.exit(1);
    }, patienceMs).unref();
    stop(signal === 'SIGTERM' ? leadMs : 0).then(
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
