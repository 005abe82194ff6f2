// One letter of a case for an officer who may see who sent it.
import { localDate } from '../dates/dates.ts';
import { caseForStaff } from '../cases/reading/register-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { letterOf, type Letter } from './letter.ts';
import { demoMark } from '../text/demo-words.ts';
import { findGuidance } from './repository.ts';
import type { LetterKind } from './schema.ts';

/** Throws `not-found` where the case is not this viewer's, names nobody to them, or has no letter of the kind. */
export async function caseLetterOf(
  portal: Portal,
  viewer: Viewer,
  number: string,
  kind: LetterKind,
): Promise<Letter> {
  const found = await caseForStaff(portal, viewer, number);
  const letter = letterOf(kind, found, portal.content.department, {
    today: localDate(portal.now()),
    guidedAs: await findGuidance(portal.db, number),
  });
  if (!letter)
    throw new Problem(
      'not-found',
      'Hồ sơ này chưa có công văn loại ấy, hoặc Ông/Bà không được xem người gửi.',
    );
  return portal.env.DEMO ? { ...letter, mark: demoMark } : letter;
}
