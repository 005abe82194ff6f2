// The notice about personal data: one text, in versions that are never edited once they were shown. Pure.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

export const PrivacyFront = z.strictObject({
  /** The day from which this version is shown; also its name and address. */
  version: Day,
  title: Text,
  description: Text,
  /** SHA-256 (hex) of the text below the front matter; it changes with the text, and the text only with the version. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Ghi mã băm SHA-256 của lời văn, 64 chữ số hệ 16.'),
});
export type PrivacyFront = z.infer<typeof PrivacyFront>;

/** The head of the English rendering (content/english/privacy.md): which version it renders, and the hash of that text. */
export const EnglishPrivacyFront = z.strictObject({
  of: Day,
  sha256: PrivacyFront.shape.sha256,
  title: Text,
  description: Text,
});
export type EnglishPrivacyFront = z.infer<typeof EnglishPrivacyFront>;

/** Whether a rendering says what a version says: it was made of that very text. */
export const renders = (english: EnglishPrivacyFront, { version, sha256 }: PrivacyFront): boolean =>
  english.of === version && english.sha256 === sha256;

/** The version that a mark names, which is also its address; null for a mark that names none. */
export const versionIn = (mark: string): string | null => /^\d{4}-\d{2}-\d{2}(?= )/.exec(mark)?.[0] ?? null;

/** What is stored beside a consent: which text was shown, beyond doubt. */
export const noticeMark = ({ version, sha256 }: Pick<PrivacyFront, 'version' | 'sha256'>): string =>
  `${version} sha256:${sha256}`;
