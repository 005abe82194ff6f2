// A scanner for tests that speaks clamd's INSTREAM on a real socket: whatever holds the word EICAR is infected.
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Listens on a free port or at the path of a unix socket; `answer` overrides the verdict. */
export async function openClamd({ path, answer }: { path?: string; answer?: string } = {}) {
  const seen: Buffer[] = [];
  const server = net.createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      const file = whole(got);
      if (!file) return;
      seen.push(file);
      socket.end(`${answer ?? (file.includes('EICAR') ? 'stream: Eicar-Test FOUND' : 'stream: OK')}\0`);
    });
  });
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  const address = path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, seen, close: () => new Promise((resolve) => server.close(resolve)) };
}

// zINSTREAM\0, then chunks with their length before them, then a length of zero.
function whole(got: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (!got.toString('latin1').startsWith(command)) return undefined;
  const chunks: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= got.length) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > got.length) return undefined;
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
