// Ending what visitors have under way: told to come elsewhere, answered, and only then cut off.
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../doors/refusal.ts';

/** An answer that is not there by then is refused in words; a second later the connection is gone. */
const patienceMs = 8_500;
const lastWordsMs = 500;

/**
 * Call it before the server listens; the returned function ends it. From then on every answer closes its connection; for
 * `leadMs` new requests are still taken, since whoever sends them may not have seen yet that it ends.
 */
export function drainOf(server: Server): (leadMs: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  let isEnding = false;
  const follow: RequestListener = (_req, res) => {
    open.add(res);
    res.shouldKeepAlive &&= !isEnding;
    res.once('close', () => open.delete(res));
  };
  for (const event of ['request', 'checkContinue']) server.prependListener(event, follow);

  return async function drain(leadMs) {
    isEnding = true;
    for (const res of open) if (!res.headersSent) res.shouldKeepAlive = false;
    await wait(leadMs);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = new AbortController();
    const cutOff = (async () => {
      await wait(patienceMs - leadMs, undefined, { signal: late.signal });
      for (const res of open) giveUp(res);
      await wait(lastWordsMs, undefined, { signal: late.signal });
      server.closeAllConnections();
    })().catch(() => {});
    await closed;
    late.abort();
    await cutOff;
  };
}

function giveUp(res: ServerResponse): void {
  if (res.headersSent || res.writableEnded) return;
  const { req } = res;
  const path = (req.url ?? '/').split('?')[0] ?? '/';
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  if (isRead) refuse(res, path, 'stopping', 'Hãy thử lại sau ít phút.');
  // A body that is not all here was not looked at.
  else if (!req.complete)
    refuse(
      res,
      path,
      'stopping',
      'Nội dung chưa gửi lên hết nên chưa có gì được ghi. Hãy gửi lại sau ít phút.',
    );
  else
    refuse(
      res,
      path,
      'outcome-unknown',
      'Hệ thống khởi động lại trước khi kịp trả lời, nên có thể đã ghi, có thể chưa. Hãy quay lại trang trước và gửi lại chính nội dung ấy sau ít phút: phản ánh, kiến nghị gửi lại không thành hồ sơ thứ hai.',
    );
  // Whoever was about to answer finds it done.
  Object.assign(res, {
    writeHead: () => res,
    setHeader: () => res,
    appendHeader: () => res,
    write: () => true,
    end: () => res,
  });
}
