// The jobs `survey-reminders` and `survey-reminder`: before a round ends, a letter to those who lead it.
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { keyedHash } from '../crypto/keys.ts';
import { surveyLetter } from '../notices/letter.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import { mailOfficer } from '../notify/officer-box-service.ts';
import type { Portal } from '../portal/portal.ts';
import { findGood } from '../staff/repository.ts';
import { attentionLabels } from './labels.ts';
import { listLeaders } from './leader-repository.ts';
import { listStaffRounds } from './round-service.ts';

/** Asks for one letter per chief of office and editor on a working day on which a round wants attention. */
export async function sendSurveyReminders(portal: Portal): Promise<void> {
  const day = localDate(portal.now());
  if (!isWorkingDay(currentCalendar(portal), day)) return;
  if ((await wanting(portal)).length === 0) return;
  const leaders = await listLeaders(portal.db, day);
  await portal.db.transaction().execute(async (trx) => {
    for (const { id: staffId } of leaders)
      await portal.jobs.enqueue(trx, 'survey-reminder', { staffId, day }, { key: `${staffId}/${day}` });
  });
}

export async function sendSurveyReminder(
  portal: Portal,
  { staffId, day }: { staffId: string; day: string },
): Promise<void> {
  const { db, content, env, keys } = portal;
  const now = portal.now();
  const viewer = await findGood(db, staffId, day);
  const rounds = await wanting(portal);
  if (!viewer || localDate(now) !== day || rounds.length === 0) return;
  const letter = surveyLetter(content.notices, {
    due: vietnameseDate(day),
    count: String(rounds.length),
    cases: rounds
      .map(
        ({ title, closesOn, received, target, attention }) =>
          `- ${title}: ${attentionLabels[attention]}. Ngày cuối ${vietnameseDate(closesOn)}, đã nhận ${received}/${target} phiếu.`,
      )
      .join('\n'),
    portal: addressOf(env, '/can-bo/khao-sat'),
    department: content.department.name,
  });
  const id = keyedHash(keys, 'message-id', `survey/${staffId}/${day}`).toString('base64url');
  await mailOfficer(portal, staffId, {
    ...letter,
    to: viewer.email,
    messageId: `<${id}@${senderDomain(env)}>`,
    at: now,
  });
}

const wanting = async (portal: Portal) =>
  (await listStaffRounds(portal)).flatMap((round) =>
    round.attention === null ? [] : [{ ...round, attention: round.attention }],
  );
