// The files of the open data: their bytes, size and checksum, made once from the content of this build.
import { createHash } from 'node:crypto';
import { department } from '../content/department.ts';
import { csvOf } from './csv.ts';
import type { Dataset } from './dataset.ts';
import { datasets } from './sets.ts';

export type DataFile = {
  dataset: Dataset;
  /** `thu-tuc.json`, below /du-lieu/. */
  name: string;
  format: 'JSON' | 'CSV';
  mediaType: 'application/json' | 'text/csv';
  body: string;
  bytes: number;
  /** SHA-256 of the body in UTF-8, as 64 hexadecimal digits. */
  sha256: string;
};

/** All files, dataset by dataset. */
export const dataFiles: DataFile[] = datasets.flatMap((dataset) => [
  file(dataset, 'JSON', 'application/json', jsonOf(dataset)),
  file(
    dataset,
    'CSV',
    'text/csv',
    csvOf(
      dataset.columns.map(({ name }) => name),
      dataset.table(),
    ),
  ),
]);

function file(
  dataset: Dataset,
  format: DataFile['format'],
  mediaType: DataFile['mediaType'],
  body: string,
): DataFile {
  const name = `${dataset.id}.${format.toLowerCase()}`;
  const sha256 = createHash('sha256').update(body, 'utf8').digest('hex');
  return { dataset, name, format, mediaType, body, bytes: Buffer.byteLength(body), sha256 };
}

function jsonOf({ id, title, objects }: Dataset): string {
  const head = {
    dataset: id,
    title,
    publisher: department.name,
    asOf: __BUILT_ON__,
    licence: department.dataLicence,
    count: objects.length,
  };
  return `${JSON.stringify({ ...head, data: objects })}\n`;
}
