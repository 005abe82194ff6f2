// The notice about personal data as pages show it: the newest version, and the earlier ones at their own addresses.
import { getCollection } from 'astro:content';
import type { PrivacyFront } from '../../../api/privacy/schema.ts';

export type Notice = { id: string; collection: 'privacy'; data: PrivacyFront };

const all: Notice[] = await getCollection('privacy');

/** Newest first. */
export const notices: readonly Notice[] = all.toSorted((one, other) =>
  one.data.version < other.data.version ? 1 : -1,
);

const [newest] = notices;
if (!newest) throw new Error('content/privacy chưa có bản nào.');
export const currentEntry = newest;
export const currentNotice = newest.data;

export const noticeHref = (version: string): string => `/bao-ve-du-lieu/ban/${version}`;
