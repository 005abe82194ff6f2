// What a step of a case is: every part that must be said of it. Each step has its file in each/; table.ts gathers them.
import type { z } from 'zod';
import type { Viewer } from '../../staff/roles.ts';
import type { Actor, Status, StepName } from '../lifecycle.ts';
import type { FormCase, FormField, FormLists } from './form-field.ts';
import type { Hindrance, Subject } from './subject.ts';

export type Step = {
  from: readonly Status[];
  /** More than one target: the step returns the case to where it came from. None: the case stays where it is. */
  to: readonly Status[];
  by: readonly Actor[];
  /** Who must sign what `by` prepares; they may also take the step by themselves. */
  signedBy?: readonly Actor[];
  label: string;
  /** The law it rests on, or “nội bộ”, which the screens name as such. */
  source: string;
  told: Told | null;
  /** Whether content/notices.yaml has a letter to the sender about it. */
  letter: boolean;
  /** What happens with it to each letter that was merged into the case, in the state in which it is found. */
  merged: { step: StepName; from: Status; to: Status } | null;
  counts: Meaning | null;
  officer: AnyOfficer | null;
  /** What a sender posts who takes it; null: no step of the sender, or one with an address of its own. */
  sender: z.ZodObject | null;
};

/** The sentence on the sender's timeline; a step without one is told to no sender. */
export type Told = {
  sentence: string;
  /** Whether the words that were written with it are the sender's to read too, or stay between officers. */
  words: boolean;
  /** It brings the sender the reply whose version its event names. */
  reply?: true;
  /** Told only of a case that was in this state. */
  onlyFrom?: Status;
};

/** How a round of handling starts in the figures, and how it ends. */
export type Start = 'new' | 'continued' | 'returned' | 'reopened' | 'unmerged';
export type Ending = 'answered' | 'transferred' | 'refused' | 'withdrawn' | 'lapsed' | 'guided' | 'merged';

/** What a step means to figures and reports; null in the table: nothing. */
export type Meaning = {
  starts?: Start;
  ends?: Ending;
  /** The case is ours from now on. */
  takesUp?: true;
  /** What the letter is about is said, or no longer known. */
  about?: 'said' | 'unsaid';
  /** The promised date moves by an extension. */
  extends?: true;
  /** A transfer waits for its signature from now on, or no longer. */
  proposal?: 'made' | 'declined';
  /** The answer goes before the public, or is found not to be for it. */
  shows?: 'public' | 'private';
  rates?: true;
  /** The clock of the case starts anew with it. */
  newClock?: true;
  /** The figures read the data of its event. */
  carries?: true;
  /** Means this only for a case that was in this state. */
  onlyFrom?: Status;
};

/** How an officer takes a step: what is posted, what stands against it, and its form on the page of the case. */
export type Officer<Input extends z.ZodObject = z.ZodObject> = {
  /** `step`, `version` and what must be said. */
  input: Input;
  /** Where its form stands on the page; `beside-proposal`: next to what waits for a signature. */
  place: Place | 'beside-proposal';
  fields: (found: FormCase, lists: FormLists) => FormField[];
  /** Posted fields that the form holds out of sight; they are not sent. */
  unseen?: (values: Readonly<Record<string, string>>) => readonly string[];
  /** Fields that the form asks for once for each choice of another one: `guidance` for each `kind`. The chosen one is sent. */
  perChoice?: Readonly<Record<string, string>>;
  /** The title of its form where it is not the label. */
  title?: (found: FormCase) => string | undefined;
  /** Whose case it must be; null: nobody's in particular. */
  whose: ((subject: Subject, viewer: Viewer) => Hindrance | undefined) | null;
  /** What must be so before it is offered, whatever is written in it; null: nothing. */
  first: ((subject: Subject) => Hindrance | undefined) | null;
  /** What must be written in it, given the case; null: nothing besides the schema. */
  needs: ((input: z.output<Input>, subject: Subject) => Hindrance | undefined) | null;
  /** Classifies in the same form what nobody has classified: a content must be there before it (Điều 9.1.c NĐ 20/2008). */
  classifies: boolean;
  /** May be taken on a locked letter: handles, answers, moves and shows nothing. */
  whenLocked: boolean;
  /** Takes a letter out of the house, or before the public. */
  exposes: boolean;
  /** What waits for a signature waits no longer, even where the case stays in its state. */
  endsProposal: boolean;
};

type AnyOfficer = Omit<Officer, 'needs'> & {
  needs: ((input: never, subject: Subject) => Hindrance | undefined) | null;
};

export type Place = {
  group: 'triage' | 'handling' | 'other';
  order: number;
  /** Among what moves a case on, the most pressing first; null: presses nobody. */
  pressing: number | null;
  /** In this state it has been done and waits for somebody else: it presses nobody. */
  restsIn?: Status;
  /** Seldom taken: folded away behind what is taken every day. */
  rare?: true;
};

/** The part of an officer; a function only so that `needs` knows what its own schema lets in. */
export const officer = <Input extends z.ZodObject>(part: Officer<Input>): Officer<Input> => part;
