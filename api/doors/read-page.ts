// Reads a page on demand for the portal itself, as a visitor whom nobody knows: no cookie, no address of the network.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { addressHeader } from './address.ts';
import type { pageDoor } from './pages.ts';

type PageDoor = ReturnType<typeof pageDoor>;

/** What stands at an address of the portal; undefined where it is answered by anything but 200. */
export function readPage(answer: PageDoor, address: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const req = new IncomingMessage(new Socket());
    const headers = { host: 'localhost', [addressHeader]: '127.0.0.1' };
    Object.assign(req, { method: 'GET', url: address, headers });
    req.push(null);
    const res = new ServerResponse(req);
    const chunks: Buffer[] = [];
    const take = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    res.write = ((chunk: unknown) => (take(chunk), true)) as typeof res.write;
    res.end = ((chunk?: unknown) => {
      take(chunk);
      resolve(res.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined);
      res.emit('close');
      return res;
    }) as typeof res.end;
    const origin = { origin: 'http://localhost', publicOrigin: '' };
    answer(req, res, origin, () => resolve(undefined), { isPart: true }).catch(reject);
  });
}
