// What a case shows its sender, called by name in the language of the page.
import { englishSize, kinds, sizeText, stateNotes } from '../../api/attachments/labels.ts';
import type { AttachmentKind, AttachmentState } from '../../api/attachments/schema.ts';
import { englishContents, englishOutcomes, englishStatus } from '../../api/cases/english.ts';
import { englishWords, englishFields } from '../../api/cases/fields/english.ts';
import { labelOf, wordsOf, type FieldName } from '../../api/cases/fields/table.ts';
import { contentLabels, outcomeLabels, publicStatusLabels } from '../../api/cases/labels.ts';
import type { PublicStatus } from '../../api/cases/lifecycle.ts';
import type { ContentCode, Outcome } from '../../api/cases/schema.ts';
import { englishEvent } from '../../api/cases/steps/english.ts';
import type { Language } from '../../api/languages/language.ts';
import { englishRoleNames, roleNames } from '../../api/staff/roles.ts';

type Names = {
  status: Record<PublicStatus, string>;
  outcome: Record<Outcome, string>;
  content: (code: ContentCode) => string;
  /** A sentence of the timeline. */
  event: (sentence: string) => string;
  /** How one case hangs together with another. */
  relation: (words: string) => string;
  role: (name: string) => string;
  /** What a field is called where it is looked over. */
  field: (name: FieldName) => string;
  fileKind: Record<AttachmentKind, string>;
  fileState: Record<AttachmentState, string | null>;
  /** A size in bytes. */
  size: (bytes: number) => string;
};

const rolesByName = new Map(
  (Object.keys(roleNames) as (keyof typeof roleNames)[]).map((role) => [
    roleNames[role] as string,
    englishRoleNames[role],
  ]),
);
const englishRelations: Readonly<Record<string, string>> = {
  'Được xử lý chung trong hồ sơ': 'Handled together in case',
  'Tách ra từ hồ sơ': 'Taken out of case',
  'Một phần nội dung được tách thành hồ sơ': 'Part of it has become case',
};
const vietnameseKinds = Object.fromEntries(
  Object.entries(kinds).map(([kind, { label }]) => [kind, label]),
) as Record<AttachmentKind, string>;

export const caseNames: Record<Language, Names> = {
  vi: {
    status: publicStatusLabels,
    outcome: outcomeLabels,
    content: (code) => contentLabels[code].label,
    event: (sentence) => sentence,
    relation: (words) => words,
    role: (name) => name,
    field: labelOf,
    fileKind: vietnameseKinds,
    fileState: stateNotes,
    size: sizeText,
  },
  en: {
    status: englishStatus,
    outcome: englishOutcomes,
    content: (code) => englishContents[code].label,
    event: englishEvent,
    relation: (words) => englishRelations[words] ?? words,
    role: (name) => rolesByName.get(name) ?? name,
    field: (name) => englishFields[name].label,
    fileKind: { ...vietnameseKinds, jpeg: 'JPEG picture', png: 'PNG picture', webp: 'WebP picture' },
    fileState: {
      waiting: 'Waiting to be scanned for malware, cannot be downloaded yet',
      unscanned: 'Not scanned for malware, be careful when you open it',
      clean: null,
      infected: 'Holds malware and is not given out',
      erased: 'Erased on request',
    },
    size: englishSize,
  },
};

/** How a value reads, and whether in words of the portal (`isOwn`) or of who wrote; undefined where nothing was said. */
export function fieldWords(
  language: Language,
  name: FieldName,
  value: unknown,
  procedureName?: string,
): { words: string; isOwn: boolean } | undefined {
  if (language === 'en') return englishWords(name, value, procedureName);
  const words = wordsOf(name, value, procedureName);
  return words === undefined ? undefined : { words, isOwn: false };
}
