// Every step of a case, each from its own file; a name without its step, or a step without a part, does not compile.
import type { z } from 'zod';
import { StepName, type Actor, type Status } from '../lifecycle.ts';
import { accept } from './each/accept.ts';
import { answerMerged } from './each/answer-merged.ts';
import { approve } from './each/approve.ts';
import { archive } from './each/archive.ts';
import { askSupplement } from './each/ask-supplement.ts';
import { assign } from './each/assign.ts';
import { assignConduct } from './each/assign-conduct.ts';
import { calendarChange } from './each/calendar-change.ts';
import { cancelLetter } from './each/cancel-letter.ts';
import { chooseName } from './each/choose-name.ts';
import { classify } from './each/classify.ts';
import { closePrivate } from './each/close-private.ts';
import { collect } from './each/collect.ts';
import { goOn } from './each/continue.ts';
import { correctContact } from './each/correct-contact.ts';
import { declineProposal } from './each/decline-proposal.ts';
import { dismissSignal } from './each/dismiss-signal.ts';
import { draftReply } from './each/draft-reply.ts';
import { escalate } from './each/escalate.ts';
import { erase } from './each/erase.ts';
import { expireSupplement } from './each/expire-supplement.ts';
import { extend } from './each/extend.ts';
import { followResult } from './each/follow-result.ts';
import { followReturn } from './each/follow-return.ts';
import { followTransfer } from './each/follow-transfer.ts';
import { giveBack } from './each/give-back.ts';
import { guideOut } from './each/guide-out.ts';
import { handOver } from './each/hand-over.ts';
import { issueLetter } from './each/issue-letter.ts';
import { lock } from './each/lock.ts';
import { merge } from './each/merge.ts';
import { note } from './each/note.ts';
import { propose } from './each/propose.ts';
import { publish } from './each/publish.ts';
import { rate } from './each/rate.ts';
import { reassign } from './each/reassign.ts';
import { recordOutsideResult } from './each/record-outside-result.ts';
import { referConduct } from './each/refer-conduct.ts';
import { reject } from './each/reject.ts';
import { remind } from './each/remind.ts';
import { remark } from './each/remark.ts';
import { reopenRejected } from './each/reopen-rejected.ts';
import { restartClock } from './each/restart-clock.ts';
import { renewSecret } from './each/renew-secret.ts';
import { reportBack } from './each/report-back.ts';
import { resume } from './each/resume.ts';
import { returnDraft } from './each/return-draft.ts';
import { returnReply } from './each/return-reply.ts';
import { returnTransfer } from './each/return-transfer.ts';
import { rotateSecret } from './each/rotate-secret.ts';
import { split } from './each/split.ts';
import { stopNotices } from './each/stop-notices.ts';
import { submit } from './each/submit.ts';
import { submitReply } from './each/submit-reply.ts';
import { supply } from './each/supply.ts';
import { takeBack } from './each/take-back.ts';
import { tellChange } from './each/tell-change.ts';
import { transfer } from './each/transfer.ts';
import { undo } from './each/undo.ts';
import { undoMerge } from './each/undo-merge.ts';
import { unlock } from './each/unlock.ts';
import { unmerge } from './each/unmerge.ts';
import { addFile } from './each/add-file.ts';
import { withdrawFile } from './each/withdraw-file.ts';
import { giveFile } from './each/give-file.ts';
import { eraseFile } from './each/erase-file.ts';
import { withdraw } from './each/withdraw.ts';
import type { Meaning, Officer, Step, Told } from './step.ts';
import type { Hindrance, Subject } from './subject.ts';

export const steps = {
  submit,
  classify,
  'ask-supplement': askSupplement,
  supply,
  'expire-supplement': expireSupplement,
  reject,
  'reopen-rejected': reopenRejected,
  'guide-out': guideOut,
  lock,
  unlock,
  'dismiss-signal': dismissSignal,
  'take-back': takeBack,
  transfer,
  'record-outside-result': recordOutsideResult,
  'return-transfer': returnTransfer,
  'refer-conduct': referConduct,
  'assign-conduct': assignConduct,
  accept,
  assign,
  collect,
  resume,
  'draft-reply': draftReply,
  'return-draft': returnDraft,
  'submit-reply': submitReply,
  'return-reply': returnReply,
  approve,
  extend,
  publish,
  'tell-change': tellChange,
  'close-private': closePrivate,
  reassign,
  'give-back': giveBack,
  'hand-over': handOver,
  'issue-letter': issueLetter,
  'cancel-letter': cancelLetter,
  'add-file': addFile,
  'withdraw-file': withdrawFile,
  'give-file': giveFile,
  'erase-file': eraseFile,
  'report-back': reportBack,
  split,
  note,
  remind,
  undo,
  'decline-proposal': declineProposal,
  propose,
  withdraw,
  remark,
  'correct-contact': correctContact,
  'stop-notices': stopNotices,
  'choose-name': chooseName,
  'rotate-secret': rotateSecret,
  'renew-secret': renewSecret,
  'calendar-change': calendarChange,
  escalate,
  unmerge,
  'undo-merge': undoMerge,
  'answer-merged': answerMerged,
  'follow-transfer': followTransfer,
  'follow-return': followReturn,
  'follow-result': followResult,
  merge,
  rate,
  continue: goOn,
  'restart-clock': restartClock,
  archive,
  erase,
} as const satisfies Record<StepName, Step>;

const rows: Record<StepName, Step> = steps;

/** Whether an actor may take a step from a status: the table alone, without ownership (see rules.ts). */
export function isAllowed(step: StepName, from: Status, actor: Actor): boolean {
  return rows[step].from.includes(from) && (rows[step].by.includes(actor) || signersOf(step).includes(actor));
}

/** The steps that an actor may take from a status, in the order of the life. */
export function allowedSteps(from: Status, actor: Actor): StepName[] {
  return StepName.options.filter((step) => isAllowed(step, from, actor));
}

/** The status a step leads to from where it is; throws when it has several targets and none was chosen among them. */
export function targetOf(step: StepName, from: Status, chosen?: Status | null): Status {
  const targets = rows[step].to;
  if (targets.length === 0) return from;
  if (targets.length === 1 && targets[0] !== undefined) return targets[0];
  if (chosen && targets.includes(chosen)) return chosen;
  throw new RangeError(`step ${step} needs one of its targets`);
}

/** Who must sign a step that somebody else may only prepare; empty when nobody must. */
export const signersOf = (step: StepName): readonly Actor[] => rows[step].signedBy ?? [];

const holding = <Part extends { onlyFrom?: Status }>(part: Part | null, from?: Status): Part | null =>
  part?.onlyFrom === undefined || part.onlyFrom === from ? part : null;

/** What a step tells the sender of a case that was in the state `from`; null: nothing. */
export const toldBy = (step: StepName, from?: Status): Told | null => holding(rows[step].told, from);
/** What a step on a case that was in the state `from` means to figures and reports; null: nothing. */
export const meaningOf = (step: StepName, from?: Status): Meaning | null => holding(rows[step].counts, from);
/** What a step means for the letters merged into its case. */
export const followOf = (step: StepName): Step['merged'] => rows[step].merged;

/** The steps of whose parts something is true, for a query that asks for their events. */
export const stepsWhere = (holds: (step: Step) => boolean): StepName[] =>
  StepName.options.filter((name) => holds(rows[name]));

type Named<Part extends 'officer' | 'sender'> = {
  [Name in StepName]: (typeof steps)[Name][Part] extends null ? never : Name;
}[StepName];

/** The steps that an officer takes by a form, and those that a sender does. */
export type OfficerStep = Named<'officer'>;
export type SenderStepName = Named<'sender'>;
export const isOfficerStep = (step: StepName): step is OfficerStep => rows[step].officer !== null;
export const isSenderStep = (step: StepName): step is SenderStepName => rows[step].sender !== null;

type Inputs = { [Name in OfficerStep]: z.output<(typeof steps)[Name]['officer']['input']> };
/** What is posted with one step of an officer. */
export type Posted<Name extends OfficerStep> = Inputs[Name];
const parts: { [Name in OfficerStep]: { officer: Omit<Officer, 'needs'> & Needs<Inputs[Name]> } } = steps;
type Needs<Input> = { needs: ((input: Input, subject: Subject) => Hindrance | undefined) | null };

/** The part of an officer in a step. */
export const officerPartOf = <Name extends OfficerStep>(step: Name) => parts[step].officer;
