// What an inspector asks of the log of reads, and what it answers. Pure.
import { z } from 'zod';
import { optional } from '../../forms/blank.ts';
import { Role } from '../../staff/roles.ts';
import { readCaseNumber } from '../../text/case-number.ts';
import { Day } from '../../text/published.ts';

/** How a restricted case was looked at: opened, by a file of it, in a list that shows who sent it. */
export const ReadVia = z.enum(['page', 'file', 'list']);
export type ReadVia = z.infer<typeof ReadVia>;

/** What else stands in the log: files, and lists, searches and tables, each counted by the hour. */
export const ListVia = z.enum(['seen-list', 'seen-search', 'seen-export']);

export const viaLabels: Record<ReadVia | 'download' | z.infer<typeof ListVia>, string> = {
  page: 'Mở hồ sơ',
  file: 'Mở tệp của hồ sơ',
  list: 'Xem trong danh sách, sổ in',
  download: 'Tải, xuất tệp',
  'seen-list': 'Xem danh sách',
  'seen-search': 'Tìm trong sổ',
  'seen-export': 'Xuất bảng, in sổ',
};

export const InspectionQuery = z.object({
  /** The id of an account. */
  person: optional(z.string().max(40)),
  /** A case number as typed. */
  number: optional(z.string().max(200).transform(readCaseNumber)),
  what: optional(z.enum(['reads', 'downloads', 'lists'])),
  from: optional(Day),
  to: optional(Day),
  /** `next` of the page before. */
  before: optional(z.string().max(80)),
});
export type InspectionQuery = z.infer<typeof InspectionQuery>;

export const InspectionView = z.object({
  reads: z.array(
    z.object({
      at: z.string().meta({ format: 'date-time' }),
      name: z.string().nullable(),
      role: Role.nullable(),
      /** Null: from before it was written down. */
      via: z.enum([...ReadVia.options, 'download', ...ListVia.options]).nullable(),
      number: z.string().nullable(),
      /** Of a download: the address of the API, without numbers and names. */
      path: z.string().nullable(),
      /** Of a list: what it was narrowed to, as parts; how often in the hour, and how many rows at most. */
      filter: z.record(z.string(), z.string()).nullable(),
      times: z.int(),
      rows: z.int().nullable(),
    }),
  ),
  /** Where the next page begins; null on the last one. */
  next: z.string().nullable(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: Role })),
  /** Whether downloads are among them: who reads the security log. */
  withDownloads: z.boolean(),
});

/** A place in the log, the newest first: an instant, which of the logs, the number in it. */
export type LogPlace = { at: Date; source: 'download' | 'list' | 'read'; id: number };

export const placeText = ({ at, source, id }: LogPlace): string => `${at.toISOString()}_${source}_${id}`;

/** Undefined for what is no place. */
export function placeIn(text: string): LogPlace | undefined {
  const [, at = '', source, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(download|list|read)_(\d{1,15})$/.exec(text) ?? [];
  const instant = new Date(at);
  if (source === undefined || Number.isNaN(instant.getTime())) return undefined;
  return { at: instant, source: source as LogPlace['source'], id: Number(id) };
}
