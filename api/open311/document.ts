// A document of GeoReport v2 in its two formats: the same names and values, as XML or as JSON (the Spark convention). Pure.
import { escapeXml } from '../text/xml.ts';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export const contentTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** What one entry of each list is called in XML; JSON has no name for it. */
const entries: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** `root` is the name of the whole in XML. Throws for a list that has no name for its entries. */
export function written(format: Format, root: string, value: Value): string {
  if (format === 'json') return JSON.stringify(value);
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Value): string {
  const inner = content(name, value);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function content(name: string, value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'object') return escapeXml(String(value));
  if (!isList(value))
    return Object.entries(value)
      .map(([key, one]) => element(key, one))
      .join('');
  const entry = entries[name];
  if (entry === undefined) throw new Error(`no name for an entry of ${name}`);
  return value.map((one) => element(entry, one)).join('');
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);
