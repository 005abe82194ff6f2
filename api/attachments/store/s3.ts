// Files in an S3-compatible store, path style: {endpoint}/{bucket}/{key}, every request signed (AWS Signature 4).
import { AwsClient } from 'aws4fetch';
import { log } from '../../http/log.ts';
import { Problem } from '../../http/problem.ts';
import type { FileStore } from './file-store.ts';

type Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const patienceMs = 30_000;

export function s3Store({ endpoint, bucket, ...account }: Settings): FileStore {
  const client = new AwsClient({ ...account, service: 's3', retries: 2 });
  const send = async (method: 'PUT' | 'GET' | 'DELETE', key: string, bytes?: Buffer) => {
    const response = await client.fetch(`${endpoint.replace(/\/+$/, '')}/${bucket}/${key}`, {
      method,
      ...(bytes && { body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream' } }),
      signal: AbortSignal.timeout(patienceMs),
    });
    // A missing object is an answer; a missing bucket is not.
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    throw new Error(`the S3 store answered ${response.status}`);
  };
  const ask = (...request: Parameters<typeof send>) =>
    send(...request).catch((error: unknown) => {
      log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'file store away');
      throw new Problem('database-away', 'Kho tệp đang tạm ngừng. Hãy thử lại sau ít phút.');
    });
  return {
    async put(key, bytes) {
      await ask('PUT', key, bytes);
    },
    async get(key) {
      const response = await ask('GET', key);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
    },
    async remove(key) {
      await ask('DELETE', key);
    },
  };
}
