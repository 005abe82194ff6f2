// The virus scanner: clamd over its socket, by the command INSTREAM (man clamd).
import net from 'node:net';

export type Verdict = 'clean' | 'infected';
/** Judges a file; throws when the scanner is away, silent for too long, or does not understand. */
export type Scanner = (bytes: Buffer) => Promise<Verdict>;

const chunkBytes = 256 * 1024;
const patienceMs = 120_000;

/** The scanner at `host:port` or at the path of a unix socket; undefined when none is set. */
export function openScanner(address: string | undefined): Scanner | undefined {
  if (!address) return undefined;
  const where = readAddress(address);
  return async (bytes) => verdictOf(await converse(net.connect(where), bytes));
}

function readAddress(address: string): net.NetConnectOpts {
  if (address.startsWith('/')) return { path: address };
  const [, host = '', port = ''] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(address) ?? [];
  if (!host)
    throw new Error('CLAMD cần dạng máy:cổng (ví dụ 127.0.0.1:3310) hoặc đường dẫn tới unix socket.');
  return { host, port: Number(port) };
}

// Each chunk carries its length before it (32 bits, big endian); a length of zero ends the file.
function* framed(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

async function converse(socket: net.Socket, bytes: Buffer): Promise<string> {
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd is silent')));
  try {
    const answer: Buffer[] = [];
    const answered = (async () => {
      for await (const part of socket as AsyncIterable<Buffer>) answer.push(part);
    })();
    for (const part of framed(bytes)) socket.write(part);
    await answered;
    return Buffer.concat(answer).toString('utf8').replaceAll('\0', '').trim();
  } finally {
    socket.destroy();
  }
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/ FOUND$/.test(answer)) return 'infected';
  throw new Error('clamd did not judge');
}
