// The way of a request: received, told so, perhaps extended once, answered or refused. States and steps as data. Pure.
import { z } from 'zod';
import { kindOf, type RequestKind } from './kinds.ts';

export const RequestStatus = z.enum(['received', 'acknowledged', 'extended', 'answered', 'refused']);
export type RequestStatus = z.infer<typeof RequestStatus>;

export const statusLabels: Record<RequestStatus, string> = {
  received: 'Đã nhận và vào sổ',
  acknowledged: 'Đã báo nhận, đang xem xét',
  extended: 'Đã gia hạn, đang xem xét',
  answered: 'Đã trả lời',
  refused: 'Không thực hiện, đã nêu lý do',
};

type Step = {
  label: string;
  from: readonly RequestStatus[];
  /** Undefined: the request stays where it is. */
  to?: RequestStatus;
};
const open = ['received', 'acknowledged', 'extended'] as const;

// prettier-ignore
export const requestSteps = {
  submit: { label: 'Gửi, vào sổ', from: [], to: 'received' },
  acknowledge: { label: 'Báo đã nhận yêu cầu', from: ['received'], to: 'acknowledged' },
  identify: { label: 'Ghi đã đối chiếu danh tính', from: open },
  extend: { label: 'Gia hạn', from: ['received', 'acknowledged'], to: 'extended' },
  reissue: { label: 'Cấp mã tra cứu mới', from: open, to: 'answered' },
  answer: { label: 'Trả lời', from: open, to: 'answered' },
  refuse: { label: 'Không thực hiện yêu cầu', from: open, to: 'refused' },
  note: { label: 'Ghi chú nội bộ', from: [...open, 'answered', 'refused'] },
  erase: { label: 'Xóa dữ liệu của yêu cầu', from: ['answered', 'refused'] },
} as const satisfies Record<string, Step>;

export type RequestStep = keyof typeof requestSteps;
export const RequestStep = z.enum(Object.keys(requestSteps) as [RequestStep, ...RequestStep[]]);

export const stepOf = (step: RequestStep): Step => requestSteps[step];
export const isOpen = (status: RequestStatus): boolean => (open as readonly string[]).includes(status);

type Standing = {
  kind: RequestKind;
  status: RequestStatus;
  identity: 'unchecked' | 'by-code' | 'by-officer';
  extended: boolean;
  erased: boolean;
};

/** Why an officer may not take a step now, as a sentence; undefined when it may be taken. */
export function stepRefusal(step: RequestStep, now: Standing): string | undefined {
  const { asksIdentity, more } = kindOf(now.kind);
  if (step === 'submit' || !stepOf(step).from.includes(now.status))
    return `“${stepOf(step).label}” không làm được khi yêu cầu ở trạng thái “${statusLabels[now.status]}”.`;
  if (now.erased) return 'Dữ liệu của yêu cầu này đã xóa.';
  if (step === 'identify' && !asksIdentity) return 'Loại yêu cầu này không cần đối chiếu danh tính.';
  if (step === 'identify' && now.identity !== 'unchecked') return 'Danh tính đã được đối chiếu.';
  if (step === 'extend' && (more === null || now.extended))
    return more === null ? 'Loại yêu cầu này không được gia hạn.' : 'Chỉ được gia hạn một lần.';
  if (step === 'reissue' && now.kind !== 'lost-code') return 'Chỉ cấp mã mới cho yêu cầu “Mất mã tra cứu”.';
  if (step === 'answer' && now.kind === 'lost-code')
    return 'Dùng “Cấp mã tra cứu mới”, hoặc “Không thực hiện yêu cầu” và nêu lý do.';
  if ((step === 'answer' || step === 'reissue') && asksIdentity && now.identity === 'unchecked')
    return 'Phải đối chiếu danh tính người yêu cầu trước.';
  return undefined;
}

/** What an officer may do now, in the order of the table. */
export const stepsNow = (now: Standing): RequestStep[] =>
  RequestStep.options.filter((step) => stepRefusal(step, now) === undefined);
