// What each step tells its sender, in English: the twin of its sentence in each/. Pure.
import type { StepName } from '../lifecycle.ts';
import { steps } from './table.ts';

type Told = { [Step in StepName]: (typeof steps)[Step]['told'] extends null ? never : Step }[StepName];

const told: Record<Told, string> = {
  submit: 'Your feedback has been entered in the register.',
  classify: 'The department has received it and classified what it is about.',
  'ask-supplement': 'The department asks you for more information; the time limit is paused.',
  supply: 'What you added has been received; the time limit runs on.',
  'expire-supplement': 'The time for adding information is over.',
  reject: 'The department does not accept it and has given the reason.',
  'reopen-rejected': 'The case has been reopened.',
  'guide-out': 'The department has told you which authority is competent.',
  unlock: 'The case has been reopened.',
  'take-back': 'The case is being looked at and classified again.',
  transfer: 'It has been passed on to the competent authority.',
  'record-outside-result': 'The competent authority has reached a result.',
  'return-transfer': 'The authority has sent it back; the case is being looked at again.',
  'refer-conduct': 'It has been submitted to the leadership to be assigned.',
  'assign-conduct': 'It has been assigned to a unit.',
  accept: 'The matter is within the competence of the department and is being handled.',
  assign: 'It has been assigned to a unit.',
  collect: 'There is not enough ground to decide yet; the department goes on collecting.',
  approve: 'The department has answered.',
  extend: 'The time limit has been extended.',
  publish: 'The result has been published.',
  'tell-change': 'The department has told what changed after your feedback.',
  'close-private': 'The result is not published.',
  'give-file': 'The signed reply is here; it can be downloaded from this page.',
  split: 'Part of it has become a case of its own.',
  withdraw: 'You have withdrawn your feedback.',
  remark: 'You have added something.',
  'correct-contact': 'You have corrected your contact details.',
  'stop-notices': 'No more e-mails are sent about this case, by the link in an e-mail.',
  'choose-name': 'You have chosen whether your name is shown when the result is published.',
  'rotate-secret': 'You have changed the look-up code.',
  'renew-secret': 'A lost look-up code was reported and has been renewed; the old one no longer works.',
  'calendar-change': 'The calendar of working days has changed; the due date has been counted again.',
  unmerge: 'The common case ended without an answer; your case is handled by itself.',
  'undo-merge': 'Your case has been taken out of the common case and is looked at by itself.',
  'answer-merged': 'The department has answered the common case; the answer is that of your case too.',
  'follow-transfer': 'It has been passed on to the competent authority with the common case.',
  'follow-return': 'The authority has sent it back; it is looked at again with the common case.',
  'follow-result': 'The competent authority has reached a result on the common case.',
  merge: 'It is handled together with a case of the same content.',
  rate: 'You have rated the result.',
  continue: 'You have continued the case.',
};

const sentences = new Map(
  (Object.keys(told) as Told[]).map((step) => [steps[step].told.sentence as string, told[step]]),
);

/** The English twin of a sentence of the timeline, or of the same without its full stop. */
export const englishEvent = (sentence: string): string =>
  sentences.get(sentence) ?? sentences.get(`${sentence}.`)?.replace(/\.$/, '') ?? sentence;
