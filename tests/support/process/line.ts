// A line between a browser and the portal that a test can cut: at all, before a request arrives, or after the portal took it.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request: it goes through, never arrives, or its answer is lost. */
export type Fate = 'through' | 'cut' | 'answer-lost';

export async function openLine(portal: string) {
  let fateOf: (method: string, path: string) => Fate = () => 'through';
  const server = http.createServer((req, res) => {
    const fate = fateOf(req.method ?? '', req.url ?? '');
    if (fate === 'cut') {
      req.socket.destroy();
      return;
    }
    const { hostname, port } = new URL(portal);
    const onward = http.request(
      { hostname, port, method: req.method, path: req.url, headers: req.headers },
      (answer) => {
        if (fate === 'answer-lost') {
          answer.resume().on('end', () => req.socket.destroy());
          return;
        }
        res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(res);
      },
    );
    onward.on('error', () => req.socket.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** From now on; what is on its way stays as it was. */
    set(fate: Fate | typeof fateOf): void {
      fateOf = typeof fate === 'function' ? fate : () => fate;
      if (fate === 'cut') server.closeAllConnections();
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
