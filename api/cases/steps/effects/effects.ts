// What each step of staff changes, by its name; a step without an entry does not compile.
import { splitCase } from '../split-service.ts';
import type { OfficerStep } from '../table.ts';
import { approve, erase, publish, recordOutsideResult, reportBack, tellChange } from './closing.ts';
import type { Effect, EffectOf, Scene } from './effect.ts';
import { assign, collect, draftReply, extend, giveBack } from './handling.ts';
import {
  askSupplement,
  classify,
  guideOut,
  lock,
  merge,
  reject,
  returnTransfer,
  takeBack,
  transfer,
  undoMerge,
  unlock,
} from './triage.ts';

/** Moves the case, and changes nothing besides. */
const onlyMoves = (): Effect => ({});
const withReason = (_scene: Scene, { reason }: { reason: string }): Effect => ({
  text: { kind: 'reason', text: reason },
});

export const effects: { [Name in OfficerStep]: EffectOf<Name> } = {
  classify,
  'ask-supplement': askSupplement,
  reject,
  'reopen-rejected': withReason,
  'guide-out': guideOut,
  lock,
  unlock,
  'dismiss-signal': (scene, input) => ({ ...withReason(scene, input), change: { signal: 'dismissed' } }),
  'take-back': takeBack,
  transfer,
  'record-outside-result': recordOutsideResult,
  'return-transfer': returnTransfer,
  'refer-conduct': onlyMoves,
  'assign-conduct': assign,
  accept: onlyMoves,
  assign,
  collect,
  resume: onlyMoves,
  'draft-reply': draftReply,
  'return-draft': withReason,
  'submit-reply': onlyMoves,
  'return-reply': withReason,
  approve,
  extend,
  publish,
  'tell-change': tellChange,
  'close-private': withReason,
  reassign: assign,
  'give-back': giveBack,
  split: splitCase,
  note: (_scene, { note }) => ({ text: { kind: 'note', text: note } }),
  remind: (_scene, { note }) => ({ text: note ? { kind: 'note', text: note } : null }),
  'decline-proposal': withReason,
  merge,
  'undo-merge': undoMerge,
  'report-back': reportBack,
  archive: onlyMoves,
  erase,
};
