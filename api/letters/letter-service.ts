// One letter of a case for an officer who may see who sent it, made from a template in force.
import { caseForStaff } from '../cases/reading/register-service.ts';
import { localDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { fingerprint } from '../publishing/tools/fingerprint.ts';
import type { Viewer } from '../staff/roles.ts';
import { demoMark } from '../text/demo-words.ts';
import { lastStep, stepOfKind } from './facts.ts';
import { templatesInForce } from './in-force-service.ts';
import { isDraftReply, letterOf, lettersOf, templatesOf, type Issue, type Letter } from './letter.ts';
import { findGuidance } from './repository.ts';
import type { LetterKind } from './schema.ts';
import type { Template } from './template.ts';

export type Made = {
  letter: Letter;
  /** By which it is known whether it is still the one that was looked at. */
  seen: string;
  template: Template;
  /** What else it could be made from. */
  templates: Template[];
  /** Of the case, as it was read. */
  version: number;
  /** Why it cannot be issued yet; null: it can. */
  hindrance: string | null;
  /** When what it is about happened; null: there is no such moment. */
  since: string | null;
  /** The same letter under a number, with its signer. */
  issued: (issue: Issue) => Letter;
};

const none = () =>
  new Problem('not-found', 'Hồ sơ này chưa có văn bản loại ấy, hoặc Ông/Bà không được xem người gửi.');

/**
 * A letter as it would go out now. `wished`: a template that fits the case; the most closely bound one where none is said.
 * Throws `not-found` where the case is not this viewer's, names nobody to them, or has no letter of the kind.
 */
export async function makeLetter(
  portal: Portal,
  viewer: Viewer,
  { number, kind, wished }: { number: string; kind: LetterKind; wished?: string | undefined },
): Promise<Made> {
  const found = await caseForStaff(portal, viewer, number);
  const [inForce, guidedAs] = await Promise.all([templatesInForce(portal), findGuidance(portal.db, number)]);
  const templates = templatesOf(kind, found, inForce);
  const template = wished === undefined ? templates[0] : templates.find(({ code }) => code === wished);
  if (!template && wished !== undefined)
    throw new Problem('not-found', 'Mẫu này không dùng được cho văn bản này. Hãy chọn mẫu khác.');
  if (!template) throw none();
  const { department: office, letters: content } = portal.content;
  const ground = { office, content, template, today: localDate(portal.now()), guidedAs };
  const letter = letterOf(kind, found, ground);
  if (!letter) throw none();
  return {
    letter: marked(portal, letter),
    seen: fingerprint(letter),
    template,
    templates,
    version: found.version,
    hindrance:
      kind === 'reply' && isDraftReply(found)
        ? 'Công văn trả lời được cấp số sau khi lãnh đạo duyệt dự thảo.'
        : null,
    since: lastStep(found, stepOfKind[kind])?.at ?? null,
    issued: (issue) => letterOf(kind, found, { ...ground, issue }) ?? letter,
  };
}

/** The kinds of letters that a case has now, for this viewer. */
export async function kindsOf(portal: Portal, viewer: Viewer, number: string): Promise<LetterKind[]> {
  return lettersOf(await caseForStaff(portal, viewer, number));
}

/** A letter of a demonstration says so above all. */
export const marked = ({ env }: Pick<Portal, 'env'>, letter: Letter): Letter =>
  env.DEMO ? { ...letter, mark: demoMark } : letter;
