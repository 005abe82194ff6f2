// Making and leading rounds: a frozen questionnaire, a period, procedures, counters, a target.
import { currentCalendar } from '../calendar/current-service.ts';
import { dateOf, dayNumber, localDate, vietnameseDate } from '../dates/dates.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { Problem, type FieldError } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { Viewer } from '../staff/roles.ts';
import {
  countReceived,
  countRoundsLike,
  findRound,
  insertRound,
  listRounds,
  lockRound,
  seizeRounds,
  updateRound,
  type RoundWithSurvey,
} from './repository.ts';
import { factsOfRound } from './results-service.ts';
import { attentionOf, seenOf, stateOf, type ChangeRound, type MakeRound } from './round.ts';
import type { PublicRound, StaffRound, StaffRoundWithSurvey } from './round-schema.ts';
import { posterKey } from './token-service.ts';
import { freezeSurvey } from './version-service.ts';

/** Makes a round, and freezes the questionnaire it asks. */
export async function makeRound(portal: Portal, viewer: Viewer, made: MakeRound): Promise<{ id: string }> {
  const { db, content, now } = portal;
  const survey = content.surveys.get(made.surveyId);
  const wrong: FieldError[] = [];
  if (survey?.use !== 'round')
    wrong.push({ pointer: '/surveyId', detail: 'Chọn một bộ câu hỏi trong danh sách.' });
  if (made.procedures.some((slug) => !content.procedures.has(slug)))
    wrong.push({ pointer: '/procedures', detail: 'Có thủ tục không còn trong danh mục. Hãy chọn lại.' });
  const over = made.procedures.flatMap((slug) => content.procedures.get(slug) ?? []).find(isSuperseded);
  if (over)
    wrong.push({
      pointer: '/procedures',
      detail: `Thủ tục “${over.name}” đã được thay thế hoặc bãi bỏ. Hãy bỏ chọn thủ tục này.`,
    });
  if (made.closesOn < localDate(now()))
    wrong.push({ pointer: '/closesOn', detail: 'Ngày cuối đã qua. Hãy chọn một ngày từ hôm nay.' });
  if (!survey || wrong.length > 0) throw new Problem('invalid', undefined, wrong);
  const { procedures, counters, channels, papersUntil, ...rest } = made;
  // Paper forms are still typed in for some days after the last one, unless the officer says otherwise.
  const { amount: paperDays } = await deadlineInForce(portal, 'survey-papers');
  const last =
    papersUntil ??
    (channels.includes('paper') ? dateOf(dayNumber(made.closesOn) + paperDays) : made.closesOn);
  return await db.transaction().execute(async (trx) => {
    await seizeRounds(trx);
    await freezeSurvey(trx, survey, now());
    const prefix = `${survey.id}-${made.opensOn.slice(0, 4)}-`;
    const id = `${prefix}${(await countRoundsLike(trx, prefix)) + 1}`;
    await insertRound(trx, {
      ...rest,
      id,
      surveyVersion: survey.version,
      papersUntil: last,
      procedures: JSON.stringify([...new Set(procedures)]),
      counters: JSON.stringify([...new Set(counters)]),
      channels: JSON.stringify([...new Set(channels)]),
      createdBy: viewer.id,
      createdAt: now(),
    });
    return { id };
  });
}

/** Opens a planned round today instead of on its day. */
export async function openRoundNow({ db, now }: Portal, id: string): Promise<void> {
  const today = localDate(now());
  await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, id, 'update');
    if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
    if (stateOf(round, today) === 'open') return;
    if (stateOf(round, today) !== 'planned')
      throw new Problem('round-not-open', 'Đợt này đã hết hạn trả lời, không mở lại được.');
    await updateRound(trx, id, { opensOn: today });
  });
}

/** Changes a round that is not closed. */
export async function changeRound({ db, now }: Portal, id: string, change: ChangeRound): Promise<void> {
  const today = localDate(now());
  await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, id, 'update');
    if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
    if (round.closedOn !== null) throw new Problem('round-not-open', 'Đợt này đã chốt, không sửa được nữa.');
    if (change.seen !== undefined && change.seen !== seenOf(round))
      throw new Problem(
        'stale',
        `Người khác vừa sửa đợt này: “${round.title}”, từ ${vietnameseDate(round.opensOn)} đến hết ${vietnameseDate(round.closesOn)}, ${round.target} phiếu. Hãy xem rồi mới lưu lại.`,
      );
    const { title, target, formsIssued, opensOn = round.opensOn } = change;
    if (opensOn !== round.opensOn && stateOf(round, today) !== 'planned')
      throw new Problem('invalid', undefined, [
        { pointer: '/opensOn', detail: 'Đợt đã mở, không đổi ngày mở được nữa.' },
      ]);
    const closesOn = change.closesOn ?? round.closesOn;
    if (closesOn < opensOn || (change.closesOn !== undefined && closesOn < today))
      throw new Problem('invalid', undefined, [
        { pointer: '/closesOn', detail: 'Ngày cuối phải từ hôm nay và từ ngày mở trở đi.' },
      ]);
    const papersUntil = change.papersUntil ?? (round.papersUntil < closesOn ? closesOn : round.papersUntil);
    if (papersUntil < closesOn)
      throw new Problem('invalid', undefined, [
        { pointer: '/papersUntil', detail: 'Hạn nhập phiếu giấy phải từ ngày cuối trở đi.' },
      ]);
    await updateRound(trx, id, {
      opensOn,
      closesOn,
      papersUntil,
      ...(title !== undefined && { title }),
      ...(target !== undefined && { target }),
      ...(formsIssued !== undefined && { formsIssued }),
    });
  });
}

const publicView = (portal: Portal, round: RoundWithSurvey, today: string): PublicRound => {
  const { target: _target, formsIssued: _issued, ...facts } = factsOfRound(portal, round);
  return { ...facts, state: stateOf(round, today), minutes: round.survey.minutes, channels: round.channels };
};

/** The rounds that citizens may know of: those that have been opened. */
export async function listPublicRoundViews(portal: Portal): Promise<PublicRound[]> {
  const today = localDate(portal.now());
  const rounds = await listRounds(portal.db);
  return rounds.map((round) => publicView(portal, round, today)).filter(({ state }) => state !== 'planned');
}

/** One round with its questionnaire; a round that is not open yet is not there. */
export async function findPublicRound(portal: Portal, id: string) {
  const round = await findRound(portal.db, id);
  const view = round && publicView(portal, round, localDate(portal.now()));
  if (!view || view.state === 'planned')
    throw new Problem('not-found', 'Không có đợt khảo sát này. Xem các đợt tại /khao-sat.');
  return { round: view, survey: round.survey };
}

function staffView(
  portal: Portal,
  round: RoundWithSurvey,
  received: Awaited<ReturnType<typeof countReceived>>,
  soon: number,
): StaffRound {
  const today = localDate(portal.now());
  const counts = received.get(round.id) ?? { received: 0, paper: 0 };
  const isOpen = stateOf(round, today) === 'open';
  const daysLeft = isOpen ? workingDaysBetween(currentCalendar(portal), today, round.closesOn) : null;
  return {
    ...factsOfRound(portal, round),
    state: stateOf(round, today),
    papersUntil: round.papersUntil,
    counters: round.counters,
    channels: round.channels,
    ...counts,
    daysLeft,
    attention: attentionOf(round, counts.received, daysLeft ?? 0, today, soon),
  };
}

export async function listStaffRounds(portal: Portal): Promise<StaffRound[]> {
  const [rounds, received] = [await listRounds(portal.db), await countReceived(portal.db)];
  const { amount } = await deadlineInForce(portal, 'survey-closing');
  return rounds.map((round) => staffView(portal, round, received, amount));
}

export async function findStaffRound(portal: Portal, id: string): Promise<StaffRoundWithSurvey> {
  const round = await findRound(portal.db, id);
  if (!round) throw new Problem('not-found', 'Không có đợt khảo sát này.');
  const { amount } = await deadlineInForce(portal, 'survey-closing');
  return { ...staffView(portal, round, await countReceived(portal.db), amount), survey: round.survey };
}

/** The address of a poster, from the root: who opens it begins a session of their own. */
export async function posterPath(
  portal: Portal,
  id: string,
  { procedure, counter }: { procedure: string | null; counter: string | null },
): Promise<string> {
  const round = await findStaffRound(portal, id);
  if (!round.channels.includes('qr'))
    throw new Problem('round-not-open', 'Đợt này không có cách trả lời bằng mã QR.');
  if (procedure !== null && !round.procedures.some(({ slug }) => slug === procedure))
    throw new Problem('not-found', 'Thủ tục này không thuộc đợt khảo sát.');
  if (counter !== null && !round.counters.includes(counter))
    throw new Problem('not-found', 'Đợt khảo sát không có quầy này.');
  const query = new URLSearchParams({
    ...(procedure && { 'thu-tuc': procedure }),
    ...(counter && { quay: counter }),
    k: posterKey(portal, { round: id, procedure, counter }),
  });
  return `/khao-sat/${id}/quet?${query}`;
}
