// What the rules of steps look at, and the shape of their no. Pure.
import type { Viewer } from '../../staff/roles.ts';
import type { Signal } from '../intake/signal.ts';
import type { Status } from '../lifecycle.ts';
import type { CaseSource, Track } from '../schema.ts';

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
  /** How it came, and of a case that was sent on to us when and under which national code. */
  source: CaseSource;
  originOn: string | null;
  nationalCode: string | null;
  /** Who approved the reply, once somebody did. */
  approverId: string | null;
  /** Who wrote the last draft of a reply, and who handed it up. */
  draftedBy: string | null;
  submittedBy: string | null;
  /** Whether its sender has an answer, be it that of the common case. */
  isAnswered: boolean;
  /** Whether the sender was ever asked for a supplement. */
  wasAsked: boolean;
  /** The step that waits for a signature, and who prepared it. */
  proposal: { step: string; proposedBy: string } | null;
};

export type Hindrance = { code: 'forbidden' | 'wrong-status' | 'invalid'; detail: string; pointer?: string };

export const forbidden = (detail: string): Hindrance => ({ code: 'forbidden', detail });
export const tooEarly = (detail: string): Hindrance => ({ code: 'wrong-status', detail });
export const invalid = (pointer: string, detail: string): Hindrance => ({ code: 'invalid', detail, pointer });

/** Whether the viewer is the one who was given a locked letter to keep. */
export const isKeeper = ({ locked, keeperId }: Subject, viewer: Viewer): boolean =>
  locked && keeperId === viewer.id;
