// Acting in a further role or in somebody's place: given by the administrator, taken up in a session, ended by its last day.
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { lockAccount } from './account-repository.ts';
import type { MandateView, NewMandate } from './mandate-schema.ts';
import {
  endMandates,
  insertMandate,
  listMandatesInForce,
  listMandatesOf,
  setActing,
} from './mandate-repository.ts';
import { whyApart } from './mandates.ts';
import { may } from './rights.ts';
import type { Viewer } from './roles.ts';
import { recordSecurity } from './security-service.ts';

type By = { viewer: Viewer; address: string };
type Row = Awaited<ReturnType<typeof listMandatesOf>>[number];
type Clock = Pick<Portal, 'db' | 'now'>;

const viewOf = ({ principalId, ...row }: Row): MandateView => ({ ...row, isDeputy: principalId !== null });

/** The viewer in the mandate in which the session works; the owner alone where it is over or no longer allowed. */
export async function inMandate({ db, now }: Clock, owner: Viewer, acting: string): Promise<Viewer> {
  const [found] = await listMandatesInForce(db, owner.id, localDate(now()), acting);
  if (!found || whyApart(owner.role, found.role)) return owner;
  const { role, unit, principalId, principal } = found;
  return {
    ...owner,
    role,
    unit,
    own: { role: owner.role, unit: owner.unit },
    ...(principalId !== null && { behalf: { id: principalId, name: principal ?? '' } }),
  };
}

/** In what the viewer may act today. */
export async function viewOwnMandates({ db, now }: Clock, { viewer }: { viewer: Viewer }) {
  const own = viewer.own ?? { role: viewer.role, unit: viewer.unit };
  const rows = await listMandatesInForce(db, viewer.id, localDate(now()));
  return rows.filter(({ role }) => !whyApart(own.role, role)).map(viewOf);
}

/** Takes up a mandate in the present session, or lays it down (null). */
export async function act(
  portal: Portal,
  session: { id: string; viewer: Viewer },
  mandate: string | null,
  address: string,
): Promise<void> {
  const { viewer } = session;
  const chosen =
    mandate === null ? undefined : (await viewOwnMandates(portal, session)).find(({ id }) => id === mandate);
  if (mandate !== null && !chosen)
    throw new Problem('invalid', undefined, [
      { pointer: '/mandate', detail: 'Vai trò hoặc việc làm thay này không còn hiệu lực hôm nay.' },
    ]);
  await setActing(portal.db, session.id, mandate);
  const to = chosen ? chosen.role : (viewer.own?.role ?? viewer.role);
  await recordSecurity(portal, {
    kind: 'acting-changed',
    actorId: viewer.id,
    // In whose place: the log names both.
    subjectId: chosen?.isDeputy ? await principalOf(portal, viewer.id, chosen.id) : undefined,
    address,
    detail: { to },
  });
}

async function principalOf({ db, now }: Clock, userId: string, id: string): Promise<string | undefined> {
  const [found] = await listMandatesInForce(db, userId, localDate(now()), id);
  return found?.principalId ?? undefined;
}

/** Mandates of a person and for a person, that are not over. */
export async function viewMandatesOf({ db, now }: Clock, personId: string): Promise<MandateView[]> {
  return (await listMandatesOf(db, personId, localDate(now()))).map(viewOf);
}

/** Gives a further role, or lets somebody act in the place of the account's owner for some days. */
export async function giveMandate(
  trx: Transaction,
  portal: Portal,
  { viewer, address }: By,
  subjectId: string,
  input: NewMandate,
): Promise<void> {
  const now = portal.now();
  const { fromOn, untilOn, reason } = input;
  if (untilOn !== null && untilOn < fromOn) throw invalid('/untilOn', 'Ngày cuối phải từ ngày đầu trở đi.');
  if (untilOn !== null && untilOn < localDate(now)) throw invalid('/untilOn', 'Ngày cuối đã qua.');
  const subject = await lockAccount(trx, subjectId);
  if (!subject?.active) throw new Problem('wrong-status', 'Tài khoản đã đóng.');
  const common = { fromOn, untilOn, reason, madeBy: viewer.id, madeAt: now };
  const happening = { actorId: viewer.id, subjectId, address } as const;
  if (input.step === 'add-role') {
    const apart =
      input.role === subject.role ? 'Đây đã là vai trò của tài khoản.' : whyApart(subject.role, input.role);
    if (apart) throw invalid('/role', apart);
    if (!portal.content.units.some(({ code }) => code === input.unit))
      throw invalid('/unit', 'Chọn một đơn vị trong danh sách.');
    for (const other of await listMandatesOf(trx, subjectId, localDate(now))) {
      const why = other.userId === subjectId ? whyApart(other.role, input.role) : undefined;
      if (why) throw invalid('/role', why);
    }
    await insertMandate(trx, {
      ...common,
      userId: subjectId,
      principalId: null,
      role: input.role,
      unit: input.unit,
    });
    await recordSecurity(portal, { ...happening, kind: 'role-added', detail: { to: input.role } }, trx);
    return;
  }
  const deputy = input.deputyId === subjectId ? undefined : await lockAccount(trx, input.deputyId);
  if (!deputy?.active) throw invalid('/deputyId', 'Chọn một người khác có tài khoản đang mở.');
  const apart = deputy.role === subject.role ? undefined : whyApart(deputy.role, subject.role);
  if (apart) throw invalid('/deputyId', apart);
  if (may(subject, 'accounts'))
    throw invalid(
      '/deputyId',
      'Quản trị hệ thống không có người làm thay: mở tài khoản cho một quản trị khác.',
    );
  if (untilOn === null)
    throw invalid('/untilOn', 'Ghi ngày cuối làm thay: việc làm thay tự hết sau ngày ấy.');
  const id = await insertMandate(trx, {
    ...common,
    userId: deputy.id,
    principalId: subjectId,
    role: null,
    unit: null,
  });
  await recordSecurity(
    portal,
    { actorId: viewer.id, subjectId: deputy.id, address, kind: 'deputy-made', detail: { to: subject.role } },
    trx,
  );
  for (const staffId of [deputy.id, subjectId])
    await portal.jobs.enqueue(
      trx,
      'staff-letter',
      { staffId, letter: 'deputy', about: id },
      { key: `${id}/${staffId}` },
    );
}

/** Ends one mandate, or all of and for a person: a session that works in one is in the own role from then on. */
export async function endMandatesOf(
  trx: Transaction,
  portal: Portal,
  { viewer, address }: By,
  personId: string,
  id?: string,
): Promise<number> {
  const ended = await endMandates(
    trx,
    { personId, ...(id !== undefined && { id }) },
    { endedAt: portal.now(), endedBy: viewer.id },
  );
  for (const { userId } of ended)
    await recordSecurity(
      portal,
      { kind: 'mandate-ended', actorId: viewer.id, subjectId: userId, address },
      trx,
    );
  return ended.length;
}

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);
