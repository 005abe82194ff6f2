// Where files lie: a port with two implementations, a folder of this machine and any S3-compatible store.
import path from 'node:path';
import type { Environment } from '../../../portal/env.ts';
import { folderStore } from './folder.ts';
import { s3Store } from './s3.ts';

/** Keys are random names of 64 hexadecimal digits, made by us; the store knows nothing else about a file. */
export type FileStore = {
  /** Resolves only when the file would outlive a power cut. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is no such file. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there is no failure: a job may do it twice. */
  remove(key: string): Promise<void>;
};

type Settings = Pick<
  Environment,
  'DATA_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY'
>;

/** S3 where S3_ENDPOINT is set, else the folder `files` of the data folder. Throws a sentence for a half-set S3. */
export function openFileStore(env: Settings): FileStore {
  if (!env.S3_ENDPOINT) return folderStore(path.join(env.DATA_DIR, 'files'));
  if (!env.S3_BUCKET || !env.S3_ACCESS_KEY || !env.S3_SECRET_KEY)
    throw new Error('Đã đặt S3_ENDPOINT thì cần cả S3_BUCKET, S3_ACCESS_KEY và S3_SECRET_KEY.');
  return s3Store({
    endpoint: env.S3_ENDPOINT,
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY,
    secretAccessKey: env.S3_SECRET_KEY,
  });
}
