// Stands between a pool and PostgreSQL and goes silent or dies at a chosen word, after the database has done its work.
import net from 'node:net';
import type { AddressInfo } from 'node:net';

type Fault = { word: string; then: 'cut' | 'silence'; done: () => void };

/** The same database behind a proxy; `fail` waits for the next statement with a word in it. */
export async function openProxy(databaseUrl: string) {
  const [target, url] = [new URL(databaseUrl), new URL(databaseUrl)];
  let fault: Fault | undefined;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname);
    let struck: Fault | undefined;
    client.on('data', (chunk) => {
      if (fault && chunk.includes(fault.word)) [struck, fault] = [fault, undefined];
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (!struck) return void client.write(chunk);
      // The database has answered: whatever was asked is done by now.
      struck.done();
      if (struck.then === 'cut') client.destroy();
    });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    /** Has the answer to the next statement with this word never arrive; resolves once the database gave it. */
    fail: (word: string, then: Fault['then']) => new Promise<void>((done) => (fault = { word, then, done })),
    /** Refuses everything from now on. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
