// What the table of steps cannot say alone: whose case it is, and what must be done first. Pure.
import type { Viewer } from '../staff/roles.ts';
import { isAllowed, signersOf, states, steps, type Status } from './lifecycle.ts';
import { mendable, type Track } from './schema.ts';
import type { TakeStep } from './step-schema.ts';

export type Subject = {
  status: Status;
  track: Track | null;
  handlerId: string | null;
  unit: string | null;
  locked: boolean;
  keeperId: string | null;
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
  return ownership(step, subject, viewer) ?? signature(step, subject, viewer) ?? order(input, subject);
}

/** Whether this viewer only prepares the step, for another to sign. */
export function isProposal(step: TakeStep['step'], viewer: Viewer): boolean {
  const signers = signersOf(step);
  return signers.length > 0 && !signers.includes(viewer.role);
}

const handlersSteps = new Set(['draft-reply', 'collect', 'resume']);
const unitsSteps = new Set(['submit-reply', 'return-draft']);

function ownership(step: TakeStep['step'], subject: Subject, viewer: Viewer): Refusal | undefined {
  if (
    viewer.role === 'XL' &&
    (handlersSteps.has(step) || step === 'ask-supplement') &&
    subject.handlerId !== viewer.id
  )
    return forbidden('Chỉ người được giao xử lý làm việc này.');
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

function order(input: TakeStep, { track, wasAsked, extendedOn }: Subject): Refusal | undefined {
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
      return undefined;
    case 'guide-out':
      if (input.kind === 'denunciation' && !input.keeperId)
        return invalid('/keeperId', 'Đơn tố cáo phải giao cho một người giữ bí mật.');
      return undefined;
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
