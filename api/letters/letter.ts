// The letters of a case as they stand on paper, in the layout of Nghị định 30/2020/NĐ-CP: print page and DOCX show the same. Pure.
import { z } from 'zod';
import { hasEnded, isForwarded } from '../cases/dates/report.ts';
import { localDate, writtenDate } from '../dates/dates.ts';
import type { LettersContent } from './content-schema.ts';
import { factsOf, lastStep, officeName, stepOfKind, type LetterCase, type Office } from './facts.ts';
import { blank, fillTemplate, linesOf } from './filling.ts';
import { numberOf, symbolOf } from './number.ts';
import { LetterKind } from './schema.ts';
import { DocumentType, fitting, type Template } from './template.ts';

export const Letter = z.object({
  kind: LetterKind,
  type: DocumentType,
  parent: z.string(),
  office: z.string(),
  number: z.string(),
  /** `THÔNG BÁO`; null: a công văn, which has no name and its subject below the number. */
  title: z.string().nullable(),
  subject: z.string(),
  /** `Quảng Ngãi, ngày 05 tháng 7 năm 2026`; a draft has dots for day and month. */
  placeAndDay: z.string(),
  isDraft: z.boolean(),
  /** What stands above all of a letter that is none; null: nothing. */
  mark: z.string().nullable(),
  to: z.array(z.string()),
  /** Paragraphs in order; `said`: an officer's own words, with their line breaks. */
  body: z.array(z.object({ text: z.string(), said: z.boolean().optional() })),
  copies: z.array(z.string()),
  /** In which capacity, a line each, and who; null: to fill in by hand. */
  signer: z.object({ capacity: z.array(z.string()), name: z.string() }).nullable(),
  template: z.object({ code: z.string(), version: z.int(), name: z.string() }),
});
export type Letter = z.infer<typeof Letter>;

/** Under what a letter is issued. `on` is a day in Asia/Ho_Chi_Minh. */
export type Issue = { number: string; on: string; capacity: string; signer: string };

type Ground = {
  office: Office;
  content: Pick<LettersContent, 'types' | 'draftingUnit'>;
  template: Template;
  /** The day that a draft would carry. */
  today: string;
  /** As what a case was guided out. */
  guidedAs?: string | undefined;
  issue?: Issue;
};

/** Whether a case that was sent on to us has come to an end of which its authority is to be told. */
const isReportable = ({ source, status }: LetterCase): boolean => isForwarded(source) && hasEnded(status);

/** The letters that a case can have now: those of steps that were taken, the draft of a reply, the report on its end. */
export const lettersOf = (found: LetterCase): LetterKind[] =>
  found.sender === null
    ? []
    : LetterKind.options.filter((kind) => {
        if (kind === 'reply') return found.reply !== null;
        return kind === 'report' ? isReportable(found) : lastStep(found, stepOfKind[kind]) !== undefined;
      });

/** The kind of the matter and the state in which its step was taken, by which templates for a letter are chosen. */
export const standingOf = (kind: LetterKind, found: LetterCase) => ({
  track: found.track,
  status: lastStep(found, stepOfKind[kind])?.fromStatus ?? found.status,
});

/** The templates that a letter can be made from, the most closely bound first. */
export const templatesOf = (
  kind: LetterKind,
  found: LetterCase,
  templates: readonly Template[],
): Template[] => fitting(templates, `letter-${kind}`, standingOf(kind, found));

/** Whether a reply was written after the last approval: it is a draft again. */
export function isDraftReply(found: LetterCase): boolean {
  const step = lastStep(found, 'approve');
  return !step || (found.reply?.writtenAt ?? '') > step.at;
}

/** One letter of a case; undefined where there is none of that kind, or where the viewer may not see who sent the case. */
export function letterOf(kind: LetterKind, found: LetterCase, ground: Ground): Letter | undefined {
  if (!lettersOf(found).includes(kind)) return undefined;
  const { office, content, template, today, guidedAs, issue } = ground;
  const step = lastStep(found, stepOfKind[kind]);
  const isDraft = kind === 'reply' && isDraftReply(found);
  const place = office.province.replace(/^(tỉnh|thành phố)\s+/iu, '');
  const on = issue?.on ?? (step && !isDraft ? localDate(new Date(step.at)) : undefined);
  const values = factsOf(found, { office, guidedAs, kind });
  const type = content.types[template.type ?? 'cong-van'];
  const fill = (text: string | null) => fillTemplate(text ?? '', values);
  const title = type.name?.toLocaleUpperCase('vi') ?? null;
  return {
    kind,
    type: template.type ?? 'cong-van',
    parent: office.parent,
    office: officeName(office),
    number: `Số: ${issue?.number ?? knownNumber(kind, found, isDraft) ?? blank + symbolOf(symbols(ground, template))}`,
    title,
    subject: `${title === null ? 'V/v' : 'Về việc'} ${fill(template.subject)}`,
    placeAndDay: on
      ? `${place}, ${writtenDate(on)}`
      : `${place}, ngày ${blank} tháng ${blank} năm ${today.slice(0, 4)}`,
    isDraft,
    mark: null,
    to: linesOf(template.to ?? '').map(fill),
    body: linesOf(template.body).map((line) => ({
      text: fill(line),
      ...(/^\{\{[^{}]*\}\}$/.test(line) && { said: true }),
    })),
    copies: linesOf(template.copies ?? '').map(fill),
    signer: issue ? { capacity: issue.capacity.split('|'), name: issue.signer } : null,
    template: { code: template.code, version: template.version, name: template.name },
  };
}

const symbols = ({ content, office }: Pick<Ground, 'content' | 'office'>, { type }: Template) => ({
  type: content.types[type ?? 'cong-van'],
  department: office.letterSymbol,
  unit: content.draftingUnit,
});

/** The number that a letter of this template has as the `serial`-th of its series in a year. */
export const nextNumber = (serial: number, ground: Pick<Ground, 'content' | 'office'>, template: Template) =>
  numberOf(serial, symbols(ground, template));

function knownNumber(kind: LetterKind, { letterNumber, outside }: LetterCase, isDraft: boolean) {
  if (kind === 'reply' && !isDraft) return letterNumber;
  return kind === 'transfer' ? outside?.number : null;
}
