// What a sender does with the own case later: supply, add, withdraw, go on, correct, choose, rate.
import { attachUploads, claimUploads } from '../../attachments/attach-service.ts';
import { countPlaces } from '../../attachments/repository.ts';
import { currentCalendar, holdCalendar } from '../../calendar/current-service.ts';
import { localDate, vietnameseDate } from '../../dates/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { afterPause, dueOf, limitAfterPause } from '../dates/due.ts';
import { isPast } from '../dates/lateness.ts';
import { lockCase, type LockedCase } from '../event-repository.ts';
import { states, type Status, type StepName } from '../lifecycle.ts';
import { isAllowed, steps, targetOf, type SenderStepName } from '../steps/table.ts';
import { deleteProposal } from '../steps/proposal-repository.ts';
import { saveRating } from './rating-repository.ts';
import { rateUntil } from './rating-window-service.ts';
import { recordStep, type Recorded } from '../steps/record-service.ts';
import type { RateCase } from '../schema.ts';
import { findCaseForSender } from './lookup-repository.ts';
import { sealedFiles } from '../seals/seal.ts';
import { listSealedRatings } from '../seals/sealed-repository.ts';
import { changedSecret, isSameHash, newSecret, readSecret, secretHash } from '../tools/secret.ts';
import { isStanding } from '../intake/signal.ts';
import { judgeCase, signalIn } from '../intake/signal-service.ts';
import type { SenderStep } from './sender-schema.ts';
import { chooseName, correctContact } from './sender-repository.ts';
import { findProvenCase } from './lookup-service.ts';
import type { Transaction } from '../../db/open.ts';

type Effect = Pick<Recorded, 'change' | 'data' | 'text' | 'sealed'> & { to?: Status; secret?: string };

function requireAllowed(step: StepName, row: LockedCase): void {
  if (row.erasedAt)
    throw new Problem(
      'wrong-status',
      'Dữ liệu của hồ sơ này đã xóa khi hết thời hạn giữ. Hãy gửi phản ánh mới.',
    );
  if (isAllowed(step, row.status, 'CD')) return;
  const { shownAs } = states[row.status];
  if (step === 'rate' && row.status === 'rated')
    throw new Problem('wrong-status', 'Hồ sơ này đã được đánh giá.');
  if (step === 'rate')
    throw new Problem('wrong-status', 'Có thể đánh giá sau khi cơ quan công khai hoặc kết thúc hồ sơ.');
  throw new Problem(
    'wrong-status',
    `“${steps[step].label}” không còn làm được ở trạng thái hiện tại của hồ sơ${shownAs ? '' : ' này'}. Hãy tải lại trang.`,
  );
}

/** Takes a step for the sender; `secret` is the new look-up code after a change of it. */
export async function takeSenderStep(portal: Portal, input: SenderStep): Promise<{ secret?: string }> {
  const repeated = input.step === 'rotate-secret' ? await repeatedChange(portal, input) : undefined;
  if (repeated) return { secret: repeated };
  const { id } = await findProvenCase(portal, input);
  const now = portal.now();
  return await portal.db.transaction().execute(async (trx) => {
    const uploads = 'attachments' in input ? await claimUploads(trx, portal, input.attachments ?? []) : [];
    const row = await lockCase(trx, id);
    await holdCalendar(trx, portal);
    requireAllowed(input.step, row);
    const {
      to = targetOf(input.step, row.status),
      secret,
      ...effect
    } = await effectOf(input.step, { portal, trx, row, now }, input);
    // What was proposed for a case that its sender has ended waits for no signature.
    if (to !== row.status) await deleteProposal(trx, id);
    const actor = { role: 'CD', id: null } as const;
    const files = sealedFiles(uploads, uploads.length > 0 ? await countPlaces(trx, id) : 0);
    const after = await recordStep(trx, portal, {
      row,
      step: input.step,
      to,
      actor,
      at: now,
      ...effect,
      sealed: [...(effect.sealed ?? []), ...files],
    });
    await attachUploads(trx, uploads, id, now);
    if (uploads.length > 0) await judgeCase(trx, portal, id);
    if (after.status === 'reopened') await restart(portal, trx, after, now);
    return secret ? { secret } : {};
  });
}

type SecretChange = Extract<SenderStep, { step: 'rotate-secret' }>;

/** The code that this very change has given already: whoever pressed twice holds the old one still, and must show it. */
async function repeatedChange(portal: Portal, change: SecretChange): Promise<string | undefined> {
  const { number, key } = change;
  const before = readSecret(change.secret);
  if (!key || !before) return undefined;
  const secret = changedSecret(portal.keys, number, key, before);
  const row = await findCaseForSender(portal.db, number);
  return row?.secretHash && isSameHash(row.secretHash, secretHash(portal.keys, secret)) ? secret : undefined;
}

type Scene = { portal: Portal; trx: Transaction; row: LockedCase; now: Date };
type Sent<Name extends SenderStepName> = Extract<SenderStep, { step: Name }>;
type EffectOf<Name extends SenderStepName> = (scene: Scene, input: Sent<Name>) => Effect | Promise<Effect>;

/** What each step of the sender changes, by its name; a step without an entry does not compile. */
const effects: { [Name in SenderStepName]: EffectOf<Name> } = {
  supply: ({ portal, row, now }, { text }) => withSignal(portal, row, supply(portal, row, text, now)),
  remark: saysMore,
  continue: saysMore,
  withdraw: (_scene, { text }) => ({
    data: { ground: 'withdrawn' },
    text: text ? { kind: 'remark', text } : null,
  }),
  'correct-contact': async ({ trx, row }, { address, phone, email }) => {
    if (!phone && !email)
      throw new Problem('invalid', undefined, [
        { pointer: '/phone', detail: 'Cần số điện thoại hoặc thư điện tử, ít nhất một.' },
      ]);
    // Who gives an address anew wants letters there: it is tried again.
    const contact = { address, phone: phone ?? null, email: email ?? null, emailRefusedAt: null };
    return await corrected(trx, row.id, contact);
  },
  'choose-name': async ({ trx, row }, { name }) => {
    await chooseName(trx, row.id, name);
    return { data: { name }, sealed: [{ table: 'case_senders', values: { nameAtPublication: name } }] };
  },
  'rotate-secret': ({ portal, row }, { key, secret: held }) => {
    const before = readSecret(held);
    const secret = key && before ? changedSecret(portal.keys, row.number, key, before) : newSecret();
    return { secret, change: { secretHash: secretHash(portal.keys, secret), sealedReceipt: '' } };
  },
};

const effectOf = async <Name extends SenderStepName>(
  step: Name,
  scene: Scene,
  input: Sent<Name>,
): Promise<Effect> => await effects[step](scene, input);

function saysMore({ portal, row }: Scene, { text }: { text: string }): Effect {
  return withSignal(portal, row, { text: { kind: 'remark', text } });
}

/** New words of the sender may show what the letter did not, also after an officer has dismissed its signs. */
function withSignal(portal: Portal, row: LockedCase, effect: Effect): Effect {
  const signal = signalIn(portal, effect.text?.text);
  if (row.locked || !isStanding(signal)) return effect;
  return { ...effect, change: { ...effect.change, signal } };
}

async function corrected(
  trx: Transaction,
  id: string,
  contact: Parameters<typeof correctContact>[2],
): Promise<Effect> {
  await correctContact(trx, id, contact);
  const { address, phone, email } = contact;
  return { sealed: [{ table: 'case_senders', values: { address, phone, email } }] };
}

/** The clocks go on where they stood: the working days of the wait are added to the due date and the limit of transfer. */
function supply(portal: Portal, row: LockedCase, text: string, now: Date): Effect {
  const [calendar, today] = [currentCalendar(portal), localDate(now)];
  const pausedOn = row.pausedOn ?? today;
  const basis = afterPause(calendar, row.dueBasis, pausedOn, today);
  return {
    to: targetOf('supply', row.status, row.resumeStatus),
    change: {
      dueBasis: JSON.stringify(basis),
      dueOn: dueOf(calendar, basis).on,
      transferDueOn: limitAfterPause(calendar, row.transferDueOn, pausedOn, today),
      pausedOn: null,
      resumeStatus: null,
    },
    text: { kind: 'supplement', text },
  };
}

/** Going on with a case is a new clock from today: back to intake, with the old reply kept. */
async function restart(portal: Portal, trx: Transaction, row: LockedCase, now: Date): Promise<void> {
  const [handle, limit] = await Promise.all([
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'transfer'),
  ]);
  const [calendar, today] = [currentCalendar(portal), localDate(now)];
  const basis = { rule: handle.code, from: today, workingDays: handle.amount };
  await recordStep(trx, portal, {
    row,
    step: 'restart-clock',
    to: 'submitted',
    actor: { role: 'HT', id: null },
    at: now,
    change: {
      clockStartedOn: today,
      dueBasis: JSON.stringify(basis),
      dueOn: dueOf(calendar, basis).on,
      transferDueOn: addWorkingDays(calendar, today, limit.amount).on,
      answeredAt: null,
      extendedOn: null,
      reviewDueOn: null,
      outsideAgency: null,
      outsideNumber: null,
      outsideOn: null,
      handlerId: null,
      unit: null,
    },
  });
}

async function requireWindow(portal: Portal, row: LockedCase, now: Date): Promise<void> {
  const until = await rateUntil(portal, row);
  if (!isPast(until, localDate(now))) return;
  throw new Problem(
    'wrong-status',
    `Kết quả của hồ sơ này đánh giá được đến hết ngày ${vietnameseDate(until ?? '')}. Nếu chưa hài lòng, Ông/Bà vẫn có thể tiếp tục phản ánh.`,
  );
}

/** Rates the answer of one's own case, once, as long as the office's term for it runs. */
export async function rateCase(portal: Portal, { number, secret, ...rating }: RateCase): Promise<void> {
  const { id } = await findProvenCase(portal, { number, secret });
  const now = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    const row = await lockCase(trx, id);
    requireAllowed('rate', row);
    await requireWindow(portal, row, now);
    const { score, reason = null, comment = null } = rating;
    const version = await saveRating(trx, { caseId: id, ratedAt: now, score, reason, comment });
    await recordStep(trx, portal, {
      row,
      step: 'rate',
      to: 'rated',
      actor: { role: 'CD', id: null },
      at: now,
      sealed: await listSealedRatings(trx, [id], version),
    });
  });
}
