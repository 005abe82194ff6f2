// Whether a step may be taken: buttons ask `hindrance`, requests ask `requestHindrance`; both go by the table of steps. Pure.
import type { Viewer } from '../../staff/roles.ts';
import { isStanding } from '../intake/signal.ts';
import { states, StepName } from '../lifecycle.ts';
import type { TakeStep } from './step-schema.ts';
import { otherHand } from './whose.ts';
import { forbidden, invalid, tooEarly, type Hindrance, type Subject } from './subject.ts';
import {
  isAllowed,
  isOfficerStep,
  officerPartOf,
  signersOf,
  steps,
  type OfficerStep,
  type Posted,
} from './table.ts';

/** Why a viewer may not take (or, where another must sign, prepare) a step on a case now, whatever is written in it. */
export function hindrance(step: OfficerStep, subject: Subject, viewer: Viewer): Hindrance | undefined {
  const may: readonly string[] = [...steps[step].by, ...signersOf(step)];
  if (!may.includes(viewer.role))
    return forbidden(`“${steps[step].label}” do người có vai trò ${may.join(', ')} thực hiện.`);
  if (!isAllowed(step, subject.status, viewer.role))
    return tooEarly(`Hồ sơ đang ở trạng thái “${states[subject.status].label}”. Hãy tải lại trang.`);
  const { whose, first } = officerPartOf(step);
  return (
    locked(step, subject) ??
    whose?.(subject, viewer) ??
    signature(step, subject, viewer) ??
    first?.(subject) ??
    undefined
  );
}

/** Why a viewer may not take a step as it was posted; undefined when nothing stands against it. */
export const requestHindrance = (input: TakeStep, subject: Subject, viewer: Viewer): Hindrance | undefined =>
  hindrance(input.step, subject, viewer) ?? lackOf(input.step, input, subject);

/** The steps that a viewer is offered on a case, in the order of the life. */
export const openSteps = (subject: Subject, viewer: Viewer): OfficerStep[] =>
  StepName.options.filter(isOfficerStep).filter((step) => !hindrance(step, subject, viewer));

/** Whether this viewer only prepares the step, for another to sign. */
export function isProposal(step: OfficerStep, viewer: Viewer): boolean {
  const signers = signersOf(step);
  return signers.length > 0 && !signers.includes(viewer.role);
}

function locked(step: OfficerStep, { locked, signal }: Subject): Hindrance | undefined {
  const { whenLocked, exposes } = officerPartOf(step);
  if (locked && !whenLocked)
    return tooEarly(
      'Hồ sơ đã khóa (tố cáo, khiếu nại): chỉ hướng dẫn, tách, ghi chú, hoặc lãnh đạo mở khóa.',
    );
  if (isStanding(signal) && exposes)
    return tooEarly(
      'Còn dấu hiệu tố cáo, khiếu nại chưa có người xem: hãy khóa, hướng dẫn, hoặc bỏ dấu hiệu và nói lý do.',
    );
  return undefined;
}

function signature(step: OfficerStep, { proposal }: Subject, viewer: Viewer): Hindrance | undefined {
  if (isProposal(step, viewer) && proposal) return tooEarly('Đã có một đề xuất chờ duyệt ở hồ sơ này.');
  return proposal?.step === step
    ? otherHand([proposal.proposedBy], viewer, 'Người duyệt phải khác người đề xuất.')
    : undefined;
}

/** What is not written in it and must be, given the case. */
function lackOf<Name extends OfficerStep>(
  step: Name,
  input: Posted<Name>,
  subject: Subject,
): Hindrance | undefined {
  const { needs, classifies } = officerPartOf(step);
  const lack = needs?.(input, subject);
  if (lack) return lack;
  return classifies && subject.track === null && contentOf(input) === undefined ? unclassified : undefined;
}

/** The content that is said with a step, where one is. */
export const contentOf = (input: TakeStep) => ('contentCode' in input ? input.contentCode : undefined);

const unclassified = invalid(
  '/contentCode',
  'Chọn nội dung theo Điều 5: phân loại trước khi từ chối, chuyển hoặc gộp (điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP).',
);
