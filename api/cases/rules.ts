// What the table of steps cannot say alone: whose case it is, and what must be done first. Pure.
import type { Viewer } from '../staff/roles.ts';
import { isAllowed, states, steps, type Status } from './lifecycle.ts';
import type { TakeStep, Track } from './schema.ts';

export type Subject = {
  status: Status;
  track: Track | null;
  handlerId: string | null;
  unit: string | null;
  /** Who approved the reply, once somebody did. */
  approverId: string | null;
};

export type Refusal = { code: 'forbidden' | 'wrong-status' | 'invalid'; detail: string; pointer?: string };

/** Why a viewer may not take a step on a case now; undefined when nothing stands against it. */
export function refusal(input: TakeStep, subject: Subject, viewer: Viewer): Refusal | undefined {
  const { step } = input;
  const by: readonly string[] = steps[step].by;
  if (!by.includes(viewer.role))
    return {
      code: 'forbidden',
      detail: `“${steps[step].label}” do người có vai trò ${by.join(', ')} thực hiện.`,
    };
  if (!isAllowed(step, subject.status, viewer.role))
    return {
      code: 'wrong-status',
      detail: `Hồ sơ đang ở trạng thái “${states[subject.status].label}”. Hãy tải lại trang.`,
    };
  return ownership(step, subject, viewer) ?? order(input, subject);
}

function ownership(step: TakeStep['step'], subject: Subject, viewer: Viewer): Refusal | undefined {
  if (step === 'draft-reply' && subject.handlerId !== viewer.id)
    return { code: 'forbidden', detail: 'Chỉ người được giao xử lý soạn dự thảo trả lời.' };
  if ((step === 'submit-reply' || step === 'return-draft') && subject.unit !== viewer.unit)
    return { code: 'forbidden', detail: 'Chỉ trưởng phòng, đơn vị được giao trình hoặc trả lại dự thảo.' };
  if (step === 'publish' && subject.approverId === viewer.id)
    return { code: 'forbidden', detail: 'Người công khai phải khác người đã duyệt trả lời.' };
  return undefined;
}

function order(input: TakeStep, { track }: Subject): Refusal | undefined {
  if (input.step === 'accept' && track === null)
    return { code: 'wrong-status', detail: 'Phân loại nội dung trước khi tiếp nhận.' };
  if (input.step === 'accept' && track === 'conduct')
    return {
      code: 'wrong-status',
      detail: 'Phản ánh về hành vi được trình lãnh đạo giao xử lý, không tiếp nhận như quy định.',
    };
  if (input.step === 'refer-conduct' && track !== 'conduct')
    return { code: 'wrong-status', detail: 'Chỉ phản ánh đã phân loại là hành vi mới trình lãnh đạo giao.' };
  if (input.step === 'draft-reply' && track === 'conduct' && !input.verification)
    return { code: 'invalid', detail: 'Chọn kết luận xác minh về hành vi.', pointer: '/verification' };
  return undefined;
}
