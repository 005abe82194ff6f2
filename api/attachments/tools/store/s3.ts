// Files in an S3-compatible store, path style: {endpoint}/{bucket}/{key}, every request signed (AWS Signature 4).
import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { within } from '../../../dates/within.ts';
import { log } from '../../../http/log.ts';
import { Problem } from '../../../problems/problem.ts';
import type { FileStore } from './file-store.ts';

type Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** How long one file may take, with its second tries. */
  patienceMs?: number;
};
type Method = 'PUT' | 'GET' | 'DELETE';

const tries = 3;

export function s3Store({ endpoint, bucket, patienceMs = 30_000, ...account }: Settings): FileStore {
  const client = new AwsClient({ ...account, service: 's3' });

  async function send(method: Method, key: string, signal: AbortSignal, bytes?: Buffer): Promise<Response> {
    for (let left = tries; ; left -= 1) {
      const request = await client.sign(`${endpoint.replace(/\/+$/, '')}/${bucket}/${key}`, {
        method,
        ...(bytes && {
          body: new Uint8Array(bytes),
          headers: { 'content-type': 'application/octet-stream' },
        }),
      });
      // Given to fetch, not to the Request: that one loses its signal at a garbage collection (Node 24.21).
      const response = await fetch(request, { signal });
      // A missing object is an answer; a missing bucket is not.
      if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
      await response.body?.cancel();
      if (left === 1 || (response.status < 500 && response.status !== 429))
        throw new Error(`the S3 store answered ${response.status}`);
      await wait(100 * 2 ** (tries - left), undefined, { signal });
    }
  }
  const ask = <T>(work: (signal: AbortSignal) => Promise<T>) =>
    inTime(patienceMs, work).catch((error: unknown) => {
      log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'file store away');
      throw new Problem('store-away', 'Hãy thử lại sau ít phút.');
    });
  return {
    put: (key, bytes) => ask(async (signal) => void (await send('PUT', key, signal, bytes))),
    get: (key) =>
      ask(async (signal) => {
        const response = await send('GET', key, signal);
        return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
      }),
    remove: (key) => ask(async (signal) => void (await send('DELETE', key, signal))),
  };
}

/** Does work that has to be over in time: what is late is stopped, and is late also where stopping does not help. */
async function inTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const late = () => new Error('the S3 store did not answer in time');
  return await within(ms, work(stopping.signal), late).finally(() => stopping.abort());
}
