// What the table of steps cannot say alone: whose case it is, and what must be done first. Pure.
import type { Viewer } from '../../staff/roles.ts';
import { isAllowed, signersOf, states, steps, type Status } from '../lifecycle.ts';
import { mendable, type Track } from '../schema.ts';
import { isStanding, type Signal } from '../intake/signal.ts';
import type { TakeStep } from './step-schema.ts';

export type Subject = {
  status: Status;
  track: Track | null;
  handlerId: string | null;
  unit: string | null;
  locked: boolean;
  keeperId: string | null;
  /** Whether it reads like a tố cáo or khiếu nại, and what an officer has made of that. */
  signal: Signal | null;
  extendedOn: string | null;
  /** Who approved the reply, once somebody did. */
  approverId: string | null;
  /** Whether the sender was ever asked for a supplement. */
  wasAsked: boolean;
  /** The step that waits for a signature, and who prepared it. */
  proposal: { step: string; proposedBy: string } | null;
};

export type Refusal = { code: 'forbidden' | 'wrong-status' | 'invalid'; detail: string; pointer?: string };

const forbidden = (detail: string): Refusal => ({ code: 'forbidden', detail });
const tooEarly = (detail: string): Refusal => ({ code: 'wrong-status', detail });
const invalid = (pointer: string, detail: string): Refusal => ({ code: 'invalid', detail, pointer });

/** Why a viewer may not take (or, where another must sign, prepare) a step on a case now; undefined when nothing does. */
export function refusal(input: TakeStep, subject: Subject, viewer: Viewer): Refusal | undefined {
  const { step } = input;
  const may: readonly string[] = [...steps[step].by, ...signersOf(step)];
  if (!may.includes(viewer.role))
    return forbidden(`“${steps[step].label}” do người có vai trò ${may.join(', ')} thực hiện.`);
  if (!isAllowed(step, subject.status, viewer.role))
    return tooEarly(`Hồ sơ đang ở trạng thái “${states[subject.status].label}”. Hãy tải lại trang.`);
  return (
    locked(step, subject) ??
    ownership(step, subject, viewer) ??
    signature(step, subject, viewer) ??
    order(input, subject)
  );
}

// What may still be done with a letter that is locked: nothing that handles, answers, moves or shows it.
const lockedSteps: ReadonlySet<string> = new Set(['guide-out', 'lock', 'unlock', 'split', 'note', 'erase']);
// What would take a letter out of the house, or before the public, that may be a tố cáo.
const exposing: ReadonlySet<string> = new Set(['transfer', 'merge', 'publish']);

function locked(step: TakeStep['step'], { locked, signal }: Subject): Refusal | undefined {
  if (locked && !lockedSteps.has(step))
    return tooEarly(
      'Hồ sơ đã khóa (tố cáo, khiếu nại): chỉ hướng dẫn, tách, ghi chú, hoặc lãnh đạo mở khóa.',
    );
  if (!locked && step === 'unlock') return tooEarly('Hồ sơ không bị khóa.');
  if (step === 'dismiss-signal' && !isStanding(signal))
    return tooEarly('Hồ sơ không có dấu hiệu nào chờ xem.');
  if (isStanding(signal) && exposing.has(step))
    return tooEarly(
      'Còn dấu hiệu tố cáo, khiếu nại chưa có người xem: hãy khóa, hướng dẫn, hoặc bỏ dấu hiệu và nói lý do.',
    );
  return undefined;
}

/** Whether this viewer only prepares the step, for another to sign. */
export function isProposal(step: TakeStep['step'], viewer: Viewer): boolean {
  const signers = signersOf(step);
  return signers.length > 0 && !signers.includes(viewer.role);
}

const handlersSteps = new Set(['draft-reply', 'collect', 'resume', 'ask-supplement', 'lock', 'split']);
const unitsSteps = new Set(['submit-reply', 'return-draft']);

// Nobody works on it yet: intake itself takes back what intake has done.
const undecided: ReadonlySet<Status> = new Set(['conduct_review', 'accepted']);

function ownership(step: TakeStep['step'], subject: Subject, viewer: Viewer): Refusal | undefined {
  const isKeeper = subject.locked && subject.keeperId === viewer.id;
  if (viewer.role === 'XL' && handlersSteps.has(step) && subject.handlerId !== viewer.id && !isKeeper)
    return forbidden('Chỉ người được giao xử lý làm việc này.');
  if (step === 'guide-out' && (viewer.role === 'XL' || viewer.role === 'TP') && !isKeeper)
    return forbidden('Tiếp nhận, Chánh Văn phòng, lãnh đạo hoặc người được giao giữ hướng dẫn người gửi.');
  if (step === 'lock' && subject.locked && viewer.role !== 'LD')
    return forbidden('Hồ sơ đã khóa: lãnh đạo giao người khác giữ.');
  if (step === 'lock' && viewer.role === 'TP' && subject.unit !== viewer.unit)
    return forbidden('Chỉ trưởng phòng, đơn vị được giao khóa hồ sơ này.');
  if (step === 'take-back' && viewer.role === 'TN' && !undecided.has(subject.status))
    return forbidden('Hồ sơ đã phân công: Chánh Văn phòng hoặc lãnh đạo thu hồi.');
  if (viewer.role === 'TN' && step === 'ask-supplement' && subject.status !== 'submitted')
    return forbidden('Hồ sơ đã phân công: người được giao xử lý hỏi thêm người gửi.');
  if (unitsSteps.has(step) && subject.unit !== viewer.unit)
    return forbidden('Chỉ trưởng phòng, đơn vị được giao trình hoặc trả lại dự thảo.');
  if (step === 'publish' && subject.approverId === viewer.id)
    return forbidden('Người công khai phải khác người đã duyệt trả lời.');
  return undefined;
}

function signature(step: TakeStep['step'], { proposal }: Subject, viewer: Viewer): Refusal | undefined {
  if (step === 'decline-proposal' && !proposal) return tooEarly('Hồ sơ không có đề xuất nào chờ duyệt.');
  if (isProposal(step, viewer) && proposal) return tooEarly('Đã có một đề xuất chờ duyệt ở hồ sơ này.');
  if (proposal && proposal.step === step && proposal.proposedBy === viewer.id)
    return forbidden('Người duyệt phải khác người đề xuất.');
  return undefined;
}

const unclassified = invalid(
  '/contentCode',
  'Chọn nội dung theo Điều 5: phân loại trước khi từ chối, chuyển hoặc gộp (điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP).',
);

function order(input: TakeStep, { track, wasAsked, extendedOn, keeperId }: Subject): Refusal | undefined {
  switch (input.step) {
    case 'accept':
      if (track === null) return tooEarly('Phân loại nội dung trước khi tiếp nhận.');
      if (track === 'conduct')
        return tooEarly('Phản ánh về hành vi được trình lãnh đạo giao xử lý, không tiếp nhận như quy định.');
      return undefined;
    case 'refer-conduct':
      return track === 'conduct'
        ? undefined
        : tooEarly('Chỉ phản ánh đã phân loại là hành vi mới trình lãnh đạo giao.');
    case 'reject':
      if (mendable.includes(input.ground) && !wasAsked)
        return invalid(
          '/ground',
          'Thiếu sót này bổ sung được: hãy yêu cầu bổ sung trước, chưa được từ chối ngay.',
        );
      return track === null && input.contentCode === undefined ? unclassified : undefined;
    case 'guide-out':
      if (input.kind === 'denunciation' && !input.keeperId && keeperId === null)
        return invalid('/keeperId', 'Đơn tố cáo phải giao cho một người giữ bí mật.');
      return undefined;
    case 'transfer':
    case 'merge':
      return track === null && input.contentCode === undefined ? unclassified : undefined;
    case 'extend':
      return extendedOn ? tooEarly('Hồ sơ đã được gia hạn một lần.') : undefined;
    case 'draft-reply':
      return track === 'conduct' && !input.verification
        ? invalid('/verification', 'Chọn kết luận xác minh về hành vi.')
        : undefined;
    default:
      return undefined;
  }
}
