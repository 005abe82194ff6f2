// A questionnaire is frozen with its first round: the file may go on only under a higher version.
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { fingerprint } from '../publishing/tools/fingerprint.ts';
import { freezeVersion, listVersions } from './repository.ts';
import type { Survey } from './schema.ts';

/** At the start: throws an Error in Vietnamese when a file was changed that rounds have been made from. */
export async function checkFrozenSurveys({ db, content }: Pick<Portal, 'db' | 'content'>): Promise<void> {
  for (const { surveyId, version, hash } of await listVersions(db)) {
    const survey = content.surveys.get(surveyId);
    if (survey?.version === version && fingerprint(survey) !== hash)
      throw new Error(
        `content/surveys/${surveyId}.yaml đã bị sửa mà vẫn mang version: ${version}, trong khi đã có đợt khảo sát dùng phiên bản này. ` +
          `Hãy trả lại nội dung cũ, hoặc tăng version lên ${version + 1} cho các đợt sau.`,
      );
  }
}

/** Keeps the questionnaire as it stands, when a round is made from it. */
export async function freezeSurvey(trx: Transaction, survey: Survey, now: Date): Promise<void> {
  const { id, version } = survey;
  await freezeVersion(trx, {
    surveyId: id,
    version,
    hash: fingerprint(survey),
    content: survey,
    frozenAt: now,
  });
}
