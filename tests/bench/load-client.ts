// The client used where wrk is missing: raw sockets, one request at a time on each, answers counted by their length.
import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Load, Round } from './load.ts';

const { url, headers, bodies, clients, seconds } = workerData as Load & Round;
const { host, hostname, port, pathname } = new URL(url);
const head = Object.entries({ host, ...headers })
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');
const key = randomUUID();
let asked = 0;
let answered = 0;
let refused = 0;

function nextRequest(): string {
  if (!bodies) return `GET ${pathname} HTTP/1.1\r\n${head}\r\n`;
  asked += 1;
  const body = bodies[asked % bodies.length] ?? '';
  return `POST ${pathname} HTTP/1.1\r\n${head}idempotency-key: ${key}-${asked}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** One client until `until`; its promise ends with its connection. */
function visit(until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(nextRequest()));
    let missing = 0;
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      // The head of an answer arrives in one piece on loopback; only bodies are cut.
      missing = missing > 0 ? missing - chunk.length : bytesAfter(chunk);
      if (missing > 0) return;
      answered += 1;
      if (performance.now() > until) socket.end();
      else socket.write(nextRequest());
    });
  });
}

function bytesAfter(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n') + 4;
  const answer = chunk.toString('latin1', 0, end);
  if (!/^HTTP\/1\.1 2/.test(answer)) refused += 1;
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  if (length === undefined) throw new Error(`an answer of unknown length:\n${answer}`);
  return end + Number(length) - chunk.length;
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: clients }, () => visit(startedAt + seconds * 1000)));
parentPort?.postMessage({ answered, refused, seconds: (performance.now() - startedAt) / 1000 });
