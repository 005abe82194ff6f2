// The files of the open data, made with the site: /du-lieu/thu-tuc.json, /du-lieu/thu-tuc.csv …
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles, type DataFile } from '../../lib/open-data/files.ts';

export const getStaticPaths = (() =>
  dataFiles.map((file) => ({ params: { file: file.name }, props: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: DataFile }> = ({ props: { file } }) =>
  new Response(file.body, { headers: { 'content-type': `${file.mediaType}; charset=utf-8` } });
