// Whatever a case shows its sender, in English.
import type { ContentCode, Outcome } from './schema.ts';
import type { PublicStatus } from './lifecycle.ts';

/** Label and the words of Article 5 of Decree No. 20/2008/ND-CP behind it. */
export const englishContents: Record<ContentCode, { label: string; hint: string }> = {
  '5.1': {
    label: 'Officials or agencies are slow, obstructive or do not follow the rules',
    hint: 'Difficulties through conduct: delay, obstruction, not applying the rules or applying them wrongly.',
  },
  '5.2': {
    label: 'A rule does not fit reality',
    hint: 'The rule is there but cannot be followed, or is no longer reasonable.',
  },
  '5.3': { label: 'Rules contradict each other', hint: 'Rules are not consistent or not uniform.' },
  '5.4': { label: 'A rule is against the law', hint: 'The rule is not lawful.' },
  '5.5': {
    label: 'Against an international commitment',
    hint: 'The rule is against a treaty that Vietnam has signed or acceded to.',
  },
  '5.6': { label: 'Another matter', hint: 'Other matters about administrative rules.' },
  '5.7': { label: 'A proposal how to mend it', hint: 'A way to deal with the difficulties named above.' },
  '5.8': {
    label: 'An initiative, a proposal for a new rule',
    hint: 'An initiative to issue a new administrative rule.',
  },
};

export const englishStatus: Record<PublicStatus, string> = {
  received: 'Received and registered',
  accepted: 'Accepted',
  'awaiting-supplement': 'Waiting for more from the sender',
  handling: 'Being handled',
  transferred: 'Passed on to another agency',
  answered: 'Answered',
  'not-accepted': 'Not accepted',
  withdrawn: 'Withdrawn by the sender',
  lapsed: 'Closed because nothing more was sent in time',
};

export const englishOutcomes: Record<Outcome, string> = {
  amend: 'The rule is amended or repealed within the competence of the department',
  recommend: 'The competent authority is asked to amend or repeal the rule',
  issue: 'A new rule is issued or proposed',
  explain: 'Explained; the rule stays as it is',
  'correct-conduct': 'The conduct is corrected or dealt with',
  unfounded: 'What was reported is not true',
};

export const englishKinds = { person: 'Individual', organisation: 'Organisation or company' } as const;
